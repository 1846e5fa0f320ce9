package dev.primegate.local;

import dev.primegate.money.Decimal10;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Something wrong with a day's statement, and what reconcile must make of it. */
enum Plant {
    MISSING_AT_BROKER("missing-at-broker", "AAPL", "200", 10),
    MISSING_HERE("missing-here", "XOM", "110", 15),
    QUANTITY("quantity", "MSFT", "450", 12),
    PRICE("price", "NVDA", "150", 20),
    PRICE_ROUNDING("price-rounding", "SPY", "600", 5),
    FEE_NOT_BOOKED("fee-not-booked", "AAPL", "200", 25),
    DUPLICATE("duplicate", "MSFT", "450", 8),
    SETTLED_LATE("settled-late", "NVDA", "150", 30),
    BUST_NOT_APPLIED("bust-not-applied", "SPY", "600", 10);

    private static final Decimal10 CENTS = Decimal10.of("0.25");

    /** Within what application.properties allows of a statement's rounding. */
    private static final Decimal10 ROUNDED_BY = Decimal10.of("0.004");

    private static final Decimal10 COMMISSION = Decimal10.of("1.25");

    private final String cause;
    private final String symbol;
    private final String limit;
    private final int shares;

    Plant(String cause, String symbol, String limit, int shares) {
        this.cause = cause;
        this.symbol = symbol;
        this.limit = limit;
        this.shares = shares;
    }

    /** What reconcile must call it. */
    String cause() {
        return cause;
    }

    String symbol() {
        return symbol;
    }

    /** Up to what price it is bought: a little more than the simulated market wants. */
    String limit() {
        return limit;
    }

    /** How many are bought: of one share never the same again, which would look like a repeat. */
    int shares() {
        return shares;
    }

    /** Of whose execution its row is: {@code right}'s, or one that we never heard of. */
    String about(StatementRow right) {
        return this == MISSING_HERE ? right.id() + "-again" : right.id();
    }

    /**
     * What the statement says in place of {@code right}.
     *
     * @param late a day on which it should have settled long before
     */
    List<StatementRow> rows(StatementRow right, LocalDate late) {
        return switch (this) {
            case MISSING_AT_BROKER -> List.of();
            case MISSING_HERE -> List.of(right, right.withId(about(right)));
            case QUANTITY -> List.of(right.withQuantity(right.quantity().plus(Decimal10.ONE)));
            case PRICE -> List.of(right.withPrice(right.price().plus(CENTS)));
            case PRICE_ROUNDING -> List.of(right.withPrice(right.price().plus(ROUNDED_BY)));
            case FEE_NOT_BOOKED -> List.of(right.withCommission(COMMISSION));
            case DUPLICATE -> List.of(right, right);
            case SETTLED_LATE -> List.of(right.settling(late));
            case BUST_NOT_APPLIED -> List.of(right.cancelled());
        };
    }

    /** What it may cost, in dollars. */
    Decimal10 atStake(StatementRow right) {
        return switch (this) {
            case MISSING_AT_BROKER, MISSING_HERE, DUPLICATE, SETTLED_LATE, BUST_NOT_APPLIED ->
                    right.value();
            case QUANTITY -> right.price();
            case PRICE -> CENTS.times(right.quantity(), RoundingMode.UP);
            case PRICE_ROUNDING -> ROUNDED_BY.times(right.quantity(), RoundingMode.UP);
            case FEE_NOT_BOOKED -> COMMISSION;
        };
    }

    /** In what the two sides must be shown to differ. */
    String shown() {
        return switch (this) {
            case MISSING_AT_BROKER -> "rows: ours 1, theirs 0";
            case MISSING_HERE -> "rows: ours 0, theirs 1";
            case DUPLICATE -> "rows: ours 1, theirs 2";
            case QUANTITY -> "quantity: ours ";
            case PRICE, PRICE_ROUNDING -> "price: ours ";
            case FEE_NOT_BOOKED -> "fee: ours none, theirs ";
            case SETTLED_LATE -> "settleDate: ours ";
            case BUST_NOT_APPLIED -> "busted: ours false, theirs true";
        };
    }
}
