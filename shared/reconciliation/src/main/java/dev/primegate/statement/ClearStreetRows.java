package dev.primegate.statement;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes lines of the rows of Clear Street's files. */
final class ClearStreetRows {
    private static final List<String> FEES =
            List.of(
                    "Fee Bill",
                    "Fee Commission",
                    "Fee Ftt",
                    "Fee Local Tax",
                    "Fee PtmLevy",
                    "Fee Sec",
                    "Fee Taf",
                    "Fee ORF");

    private final Spellings spellings;

    ClearStreetRows(Spellings spellings) {
        this.spellings = spellings;
    }

    static Statement.Book book(ClearStreetName.Activity activity) {
        return switch (activity) {
            case TRADE -> Statement.Book.TRADES;
            case POSITION -> Statement.Book.HOLDINGS;
            case SUMMARY -> Statement.Book.CASH;
            case JOURNAL -> Statement.Book.JOURNAL;
        };
    }

    /** Without which a file says too little. A fee that has no column is a fee that is not told. */
    static List<String> columns(ClearStreetName.Activity activity) {
        List<String> columns = new ArrayList<>(List.of("Date", "Account ID"));
        columns.addAll(
                switch (activity) {
                    case TRADE ->
                            List.of(
                                    "Trade ID",
                                    "Trade Date",
                                    "Settle Date",
                                    "Action",
                                    "Side",
                                    "Side Qualifier",
                                    "Quantity",
                                    "Instrument Name",
                                    "Price",
                                    "Currency");
                    case POSITION ->
                            List.of("Instrument Name", "Today TD Quantity", "Today SD Quantity");
                    case SUMMARY -> List.of("Currency", "TD Balance", "SD Balance");
                    case JOURNAL ->
                            List.of(
                                    "Instrument Name",
                                    "Currency",
                                    "Segment",
                                    "Memo",
                                    "TD Quantity",
                                    "TD Amount");
                });
        if (activity == ClearStreetName.Activity.TRADE) {
            columns.addAll(FEES);
        }
        return columns;
    }

    /** The line of a row, whose day must be that of its file. */
    StatementLine line(ClearStreetName name, Origin origin, Fields row) {
        if (!row.day("Date").equals(name.day())) {
            throw new IllegalArgumentException(
                    "expected the day %s, found %s".formatted(name.day(), row.day("Date")));
        }
        return switch (name.activity()) {
            case TRADE -> trade(origin, row);
            case POSITION ->
                    new HoldingLine(
                            origin,
                            row.text("Account ID"),
                            spellings.named(row.text("Instrument Name")),
                            row.exact("Today TD Quantity"),
                            Optional.of(row.exact("Today SD Quantity")));
            case SUMMARY ->
                    new CashLine(
                            origin,
                            row.text("Account ID"),
                            row.asset("Currency"),
                            row.amount("TD Balance"),
                            Optional.of(row.amount("SD Balance")));
            case JOURNAL -> journal(origin, row);
        };
    }

    private TradeLine trade(Origin origin, Fields row) {
        return new TradeLine(
                origin,
                row.text("Account ID"),
                row.text("Trade ID"),
                Optional.empty(),
                spellings.named(row.text("Instrument Name")),
                side(row),
                row.quantity("Quantity"),
                row.price("Price"),
                row.asset("Currency"),
                Optional.of(new Money(fee(row), row.asset("Currency"))),
                new TradeDays(row.day("Trade Date"), row.findDay("Settle Date"), Optional.empty()),
                isBusted(row.text("Action")));
    }

    /** Their inserts and cancels; anything else is a word that nobody has told us of. */
    private static boolean isBusted(String action) {
        return switch (action) {
            case "insert" -> false;
            case "cancel" -> true;
            default -> throw new IllegalArgumentException("unknown Action: " + Clip.of(action));
        };
    }

    private static Side side(Fields row) {
        String qualifier = row.find("Side Qualifier").orElse("");
        return switch (row.text("Side")) {
            case "buy" -> Side.BUY;
            case "sell" ->
                    switch (qualifier) {
                        case "" -> Side.SELL;
                        case "short" -> Side.SELL_SHORT;
                        default ->
                                throw new IllegalArgumentException(
                                        "unknown Side Qualifier: " + Clip.of(qualifier));
                    };
            default ->
                    throw new IllegalArgumentException(
                            "unknown Side: " + Clip.of(row.text("Side")));
        };
    }

    private static Decimal10 fee(Fields row) {
        return FEES.stream().map(row::amountOrZero).reduce(Decimal10.ZERO, Decimal10::plus);
    }

    /** One that moves units alone names no currency. */
    private JournalLine journal(Origin origin, Fields row) {
        Decimal10 amount = row.amountOrZero("TD Amount");
        Optional<Money> money =
                amount.signum() == 0
                        ? Optional.empty()
                        : Optional.of(new Money(amount, row.asset("Currency")));
        return new JournalLine(
                origin,
                row.text("Account ID"),
                row.day("Date"),
                row.find("Segment").map(Clip::of).orElse(""),
                row.find("Memo").map(Clip::of).orElse(""),
                money,
                row.find("Instrument Name").map(spellings::named),
                row.find("TD Quantity").isEmpty() ? Decimal10.ZERO : row.exact("TD Quantity"));
    }
}
