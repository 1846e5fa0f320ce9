package dev.primegate.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.money.Decimal10;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A row of Clear Street's trade file, with the columns that are told here. */
record StatementRow(
        String id,
        LocalDate day,
        Optional<LocalDate> settles,
        String action,
        String side,
        Decimal10 quantity,
        String symbol,
        Decimal10 price,
        Decimal10 commission) {
    static final String HEADING =
            "Date,Account ID,Trade ID,Trade Date,Settle Date,Action,Side,Side Qualifier,Quantity,"
                    + "Instrument Name,Price,Currency,Fee Bill,Fee Commission,Fee Ftt,"
                    + "Fee Local Tax,Fee PtmLevy,Fee Sec,Fee Taf,Fee ORF";

    /** The simulator's account at Clear Street. */
    static final String ACCOUNT = "100000";

    /** The row that an honest statement has for an execution as our API shows it. */
    static StatementRow of(JsonNode execution, LocalDate day) {
        String side = execution.path("side").asText();
        return new StatementRow(
                execution.path("execId").asText(),
                day,
                Optional.empty(),
                "insert",
                switch (side) {
                    case "BUY" -> "buy";
                    case "SELL" -> "sell";
                    default -> throw new IllegalArgumentException("no side of the demo: " + side);
                },
                Decimal10.of(execution.path("lastQty").asText()),
                execution.path("symbol").asText(),
                Decimal10.of(execution.path("lastPx").asText()),
                Decimal10.ZERO);
    }

    StatementRow withId(String other) {
        return new StatementRow(
                other, day, settles, action, side, quantity, symbol, price, commission);
    }

    StatementRow withQuantity(Decimal10 other) {
        return new StatementRow(id, day, settles, action, side, other, symbol, price, commission);
    }

    StatementRow withPrice(Decimal10 other) {
        return new StatementRow(
                id, day, settles, action, side, quantity, symbol, other, commission);
    }

    StatementRow withCommission(Decimal10 other) {
        return new StatementRow(id, day, settles, action, side, quantity, symbol, price, other);
    }

    StatementRow settling(LocalDate other) {
        return new StatementRow(
                id, day, Optional.of(other), action, side, quantity, symbol, price, commission);
    }

    StatementRow cancelled() {
        return new StatementRow(
                id, day, settles, "cancel", side, quantity, symbol, price, commission);
    }

    /** What was traded is worth, rounded away from zero as all that is at stake. */
    Decimal10 value() {
        return price.times(quantity, RoundingMode.UP);
    }

    /** As the file has it. */
    String text() {
        String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        return String.join(
                ",",
                List.of(
                        date,
                        ACCOUNT,
                        id,
                        date,
                        settles.map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse(""),
                        action,
                        side,
                        "",
                        quantity.toString(),
                        symbol,
                        price.toString(),
                        "USD",
                        "0",
                        commission.toString(),
                        "0",
                        "0",
                        "0",
                        "0",
                        "0",
                        "0"));
    }
}
