package dev.primegate.statement;

import dev.primegate.statement.Statement.Book;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import javax.xml.stream.XMLStreamReader;

/** One reading of one answer of a Flex query, element by element. */
final class FlexPass {
    private static final String ROOT = "FlexQueryResponse";

    /** The sum of all currencies in one of them, which is none more. */
    private static final String BASE = "BASE_SUMMARY";

    /** Rows that say again what other rows say. */
    private static final Set<String> SUMS =
            Set.of("ORDER", "CLOSED_LOT", "SYMBOL_SUMMARY", "ASSET_SUMMARY", "WASH_SALE", "LOT");

    private static final Set<String> DETAILS =
            Set.of("", "EXECUTION", "SUMMARY", "DETAIL", "Currency");

    private final StatementFile file;
    private final FlexRows rows;
    private final RowReader reader;
    private final Set<Book> books = EnumSet.noneOf(Book.class);
    private final Set<String> accounts = new TreeSet<>();
    private Optional<String> query = Optional.empty();
    private Optional<LocalDate> day = Optional.empty();
    private int promised;
    private int statements;

    FlexPass(StatementFile file, FlexRows rows) {
        this.file = file;
        this.rows = rows;
        this.reader = new RowReader(file);
    }

    void element(XMLStreamReader xml) {
        String name = xml.getLocalName();
        Map<String, String> attributes = new HashMap<>();
        for (int place = 0; place < xml.getAttributeCount(); place++) {
            attributes.put(xml.getAttributeLocalName(place), xml.getAttributeValue(place));
        }
        Fields row = new Fields(key -> Optional.ofNullable(attributes.get(key)));
        if (query.isEmpty()) {
            // A query that is not ready answers with another root.
            if (!name.equals(ROOT)) {
                throw new BadFileException("it is no %s but %s".formatted(ROOT, Clip.of(name)));
            }
            query = Optional.of(row.text("queryName"));
        }
        element(name, xml.getLocation().getLineNumber(), row);
    }

    private void element(String name, int line, Fields row) {
        switch (name) {
            case "FlexStatements" -> promised = Integer.parseInt(row.text("count"));
            case "FlexStatement" -> statement(row);
            case "Trades", "TradeConfirms" -> books.add(Book.TRADES);
            case "OpenPositions" -> books.add(Book.HOLDINGS);
            case "CashReport" -> books.add(Book.CASH);
            case "CashTransactions" -> books.add(Book.JOURNAL);
            case "Trade", "TradeConfirm" -> detail(line, row, rows::trade);
            case "OpenPosition" -> detail(line, row, rows::holding);
            case "CashTransaction" -> detail(line, row, rows::journal);
            case "CashReportCurrency" -> {
                if (row.find("currency").filter(BASE::equals).isEmpty()) {
                    detail(line, row, rows::cash);
                }
            }
            // Sections that nothing here is compared with.
            default -> {}
        }
    }

    Statement statement() {
        if (promised != statements) {
            throw new BadFileException(
                    "it promises %d statements and has %d".formatted(promised, statements));
        }
        return new Statement(
                file.name(),
                "flex %s %s".formatted(query.orElse(""), String.join(" ", accounts)),
                day.orElseThrow(() -> new BadFileException("it has no statement")),
                books,
                reader.lines(),
                reader.quarantined());
    }

    /** All of a file is of one day, so that it can be held against that day. */
    private void statement(Fields row) {
        statements++;
        accounts.add(row.text("accountId"));
        LocalDate last = row.day("toDate");
        if (!row.day("fromDate").equals(last) || day.filter(d -> !d.equals(last)).isPresent()) {
            throw new BadFileException("it is of more than one day");
        }
        day = Optional.of(last);
    }

    private void detail(int line, Fields row, BiFunction<Origin, Fields, StatementLine> made) {
        String level = row.find("levelOfDetail").orElse("");
        if (SUMS.contains(level)) {
            return;
        }
        reader.read(
                line,
                origin -> {
                    if (!DETAILS.contains(level)) {
                        throw new IllegalArgumentException(
                                "unknown levelOfDetail: " + Clip.of(level));
                    }
                    return made.apply(origin, row);
                });
    }
}
