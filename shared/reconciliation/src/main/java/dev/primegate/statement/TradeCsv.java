package dev.primegate.statement;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trades as the rows of our own files: whoever a statement came from, once read it looks like this,
 * and so do our executions of a day. One row is one line; no field has a line break.
 */
public final class TradeCsv {
    /** The columns in their order. */
    public enum Column {
        ID("tradeId"),
        ORDER("orderId"),
        ACCOUNT("account"),
        INSTRUMENT("instrument"),
        SIDE("side"),
        QUANTITY("quantity"),
        PRICE("price"),
        CURRENCY("currency"),
        FEE("fee"),
        FEE_ASSET("feeAsset"),
        TRADED("tradeDate"),
        SETTLES("settleDate"),
        TIME("time"),
        BUSTED("busted");

        private final String heading;

        Column(String heading) {
            this.heading = heading;
        }
    }

    private static final List<Column> COLUMNS = List.of(Column.values());

    private TradeCsv() {}

    public static int columns() {
        return COLUMNS.size();
    }

    public static Column column(int place) {
        if (place >= COLUMNS.size()) {
            throw new IllegalStateException("a row has more than %d columns".formatted(columns()));
        }
        return COLUMNS.get(place);
    }

    public static String heading() {
        return COLUMNS.stream().map(column -> column.heading).collect(Collectors.joining(","));
    }

    public static void requireHeading(int place, String heading) {
        if (!column(place).heading.equals(heading)) {
            throw new IllegalStateException(
                    "expected the column %s, found another".formatted(column(place).heading));
        }
    }

    /** The line of {@code trade}, without its end. */
    public static String write(TradeLine trade) {
        return Stream.of(
                        trade.id(),
                        trade.order().orElse(""),
                        trade.account(),
                        trade.instrument().key(),
                        trade.side().name(),
                        trade.quantity().toString(),
                        trade.price().toString(),
                        trade.currency().code(),
                        trade.fee().map(fee -> fee.amount().toString()).orElse(""),
                        trade.fee().map(fee -> fee.asset().code()).orElse(""),
                        trade.days().traded().toString(),
                        trade.days().settles().map(LocalDate::toString).orElse(""),
                        trade.days().time().map(Instant::toString).orElse(""),
                        Boolean.toString(trade.busted()))
                .map(TradeCsv::quoted)
                .collect(Collectors.joining(","));
    }

    /** The execution id of a line, without reading the rest of it. */
    public static String id(String line) {
        if (line.startsWith("\"")) {
            return cells(line).getFirst();
        }
        int comma = line.indexOf(',');
        return comma < 0 ? line : line.substring(0, comma);
    }

    /** Reads a line that {@link #write} wrote; what it cannot have written is a bug. */
    public static TradeLine read(String line, String source, long number) {
        List<String> cells = cells(line);
        if (cells.size() != COLUMNS.size()) {
            throw new IllegalStateException(
                    "line %d of %s has %d columns".formatted(number, source, cells.size()));
        }
        return new TradeLine(
                new Origin(source, number),
                text(cells, Column.ACCOUNT),
                text(cells, Column.ID),
                optional(cells, Column.ORDER),
                instrument(text(cells, Column.INSTRUMENT)),
                Side.valueOf(text(cells, Column.SIDE)),
                Quantity.of(text(cells, Column.QUANTITY)),
                Price.of(text(cells, Column.PRICE)),
                new Asset(text(cells, Column.CURRENCY)),
                optional(cells, Column.FEE)
                        .map(fee ->
                                new Money(
                                        Decimal10.of(fee),
                                        new Asset(text(cells, Column.FEE_ASSET)))),
                new TradeDays(
                        LocalDate.parse(text(cells, Column.TRADED)),
                        optional(cells, Column.SETTLES).map(LocalDate::parse),
                        optional(cells, Column.TIME).map(Instant::parse)),
                Boolean.parseBoolean(text(cells, Column.BUSTED)));
    }

    private static Named instrument(String key) {
        return key.startsWith(Named.UNKNOWN)
                ? new Named(key.substring(Named.UNKNOWN.length()), Optional.empty())
                : Named.of(new Symbol(key));
    }

    private static List<String> cells(String line) {
        return CsvReader.builder().ofSingleCsvRecord(line).getFields();
    }

    private static String text(List<String> cells, Column column) {
        return cells.get(COLUMNS.indexOf(column));
    }

    private static Optional<String> optional(List<String> cells, Column column) {
        return Optional.of(text(cells, column)).filter(text -> !text.isEmpty());
    }

    private static String quoted(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a field has a line break");
        }
        return text.indexOf(',') < 0 && text.indexOf('"') < 0
                ? text
                : '"' + text.replace("\"", "\"\"") + '"';
    }
}
