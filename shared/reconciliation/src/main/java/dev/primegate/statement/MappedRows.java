package dev.primegate.statement;

import dev.primegate.money.Money;
import dev.primegate.order.Side;
import dev.primegate.statement.FileMapping.Field;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;

/** Makes lines of rows as a mapping says. */
record MappedRows(FileMapping mapping, Spellings spellings) {
    StatementLine line(Origin origin, Fields row) {
        return switch (mapping.book()) {
            case TRADES -> trade(origin, row);
            case HOLDINGS ->
                    new HoldingLine(
                            origin,
                            row.text(column(Field.ACCOUNT)),
                            spellings.named(row.text(column(Field.INSTRUMENT))),
                            row.exact(column(Field.TRADED)),
                            find(row, Field.SETTLED).map(_ -> row.exact(column(Field.SETTLED))));
            case CASH ->
                    new CashLine(
                            origin,
                            row.text(column(Field.ACCOUNT)),
                            row.asset(column(Field.CURRENCY)),
                            row.amount(column(Field.TRADED)),
                            find(row, Field.SETTLED).map(_ -> row.amount(column(Field.SETTLED))));
            case JOURNAL -> throw new IllegalStateException("a mapping of journals exists");
        };
    }

    private TradeLine trade(Origin origin, Fields row) {
        return new TradeLine(
                origin,
                row.text(column(Field.ACCOUNT)),
                row.text(column(Field.ID)),
                find(row, Field.ORDER).map(_ -> row.text(column(Field.ORDER))),
                spellings.named(row.text(column(Field.INSTRUMENT))),
                side(row.text(column(Field.SIDE))),
                row.quantity(column(Field.QUANTITY)),
                row.price(column(Field.PRICE)),
                row.asset(column(Field.CURRENCY)),
                fee(row),
                new TradeDays(
                        row.day(column(Field.TRADE_DATE)),
                        find(row, Field.SETTLE_DATE).map(_ -> row.day(column(Field.SETTLE_DATE))),
                        find(row, Field.TIME).map(this::time)),
                find(row, Field.BUSTED).filter(MappedRows::isTrue).isPresent());
    }

    /** Of a column that is not mapped nothing is known. */
    private Optional<String> find(Fields row, Field field) {
        return Optional.ofNullable(mapping.columns().get(field)).flatMap(row::find);
    }

    private String column(Field field) {
        return Objects.requireNonNull(mapping.columns().get(field), field.name());
    }

    private Side side(String word) {
        return Optional.ofNullable(mapping.sides().get(word))
                .orElseThrow(() -> new IllegalArgumentException("unknown side: " + Clip.of(word)));
    }

    private Optional<Money> fee(Fields row) {
        return find(row, Field.FEE)
                .map(_ ->
                        new Money(
                                row.amount(column(Field.FEE)),
                                row.asset(
                                        find(row, Field.FEE_CURRENCY).isPresent()
                                                ? column(Field.FEE_CURRENCY)
                                                : column(Field.CURRENCY))));
    }

    /** ISO 8601; where it names no zone, the mapping's. */
    private Instant time(String text) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text.replace(' ', 'T'))
                            .atZone(mapping.zone())
                            .toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time: " + Clip.of(text), e);
        }
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "true", "Y", "1" -> true;
            case "false", "N", "0" -> false;
            default ->
                    throw new IllegalArgumentException("neither true nor false: " + Clip.of(text));
        };
    }
}
