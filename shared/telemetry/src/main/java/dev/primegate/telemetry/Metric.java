package dev.primegate.telemetry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that is measured. No other name is ever written, so dashboards are held to these. */
public enum Metric {
    ORDER_TOTAL(Kind.LATENCY, "from an order's arrival until its answer is ready", Label.BROKER),
    ORDER_OWN(Kind.LATENCY, "of an order's time, ours", Label.BROKER),
    ORDER_NETWORK(
            Kind.LATENCY,
            "of an order's time, the network's, as the probe measures it",
            Label.BROKER),
    ORDER_BROKER(Kind.LATENCY, "of an order's time, the broker's", Label.BROKER),
    DESK_ORDER(Kind.LATENCY, "an order's time, of desks that have a horizon", Label.DESK),
    ORDERS(Kind.COUNT, "orders that a broker received", Label.BROKER),
    ORDERS_UNKNOWN(
            Kind.COUNT, "orders that were sent and whose fate was not known then", Label.BROKER),
    ORDERS_REJECTED(Kind.COUNT, "orders that a broker refused", Label.BROKER),
    ORDERS_DENIED(Kind.COUNT, "orders that we refused, by why", Label.CODE),
    FILLS(Kind.COUNT, "executions that were booked", Label.BROKER),
    BROKER_CALLS(
            Kind.COUNT, "calls to a broker, one for each attempt", Label.BROKER, Label.OUTCOME),
    BROKER_ERRORS(
            Kind.COUNT,
            "calls that say the integration is at fault: the error budget is of them",
            Label.BROKER),
    BROKER_CALL(
            Kind.LATENCY,
            "from a call's begin until its answer was read, attempt by attempt",
            Label.BROKER),
    BROKER_CALLS_PER_SECOND(
            Kind.LEVEL,
            "calls in each second of a minute that is over, by all functions",
            Label.BROKER),
    BROKER_CALLS_PER_MINUTE(
            Kind.LEVEL, "calls in a minute that is over, by all functions", Label.BROKER),
    RATE_USED(Kind.PERCENT, "how much of a broker's rate a minute used", Label.BROKER),
    CLOCK_SKEW(
            Kind.AGE,
            "the least that our clock and a broker's can be apart, by its answers",
            Label.BROKER),
    FEED_AGE(
            Kind.AGE,
            "how old the newest of a feed is, while what it tells of is traded",
            Label.BROKER,
            Label.FEED),
    BREAKS(
            Kind.GAUGE,
            "differences with a broker's books that nobody has explained",
            Label.BROKER,
            Label.CAUSE),
    ALERT_TOLD(
            Kind.LATENCY,
            "from when something happened until a channel took the first word of it",
            Label.CHANNEL,
            Label.SEVERITY),
    SERIES_REFUSED(Kind.COUNT, "readings left out because too many series are kept already");

    private final Kind kind;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // A stream's toList cannot be changed.
    private final List<Label> labels;

    Metric(Kind kind, String meaning, Label... labels) {
        this.kind = kind;
        this.meaning = meaning;
        this.labels = Stream.of(labels).toList();
    }

    /** The word in lines and on dashboards; it ends in its unit where it has one. */
    public String word() {
        String word = name().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case LATENCY, AGE -> word + "_ms";
            case PERCENT -> word + "_percent";
            case COUNT, LEVEL, GAUGE -> word;
        };
    }

    /** What it says, in half a sentence. */
    public String meaning() {
        return meaning;
    }

    public Kind kind() {
        return kind;
    }

    /** In the order in which their values are given. */
    public List<Label> labels() {
        return labels;
    }

    /** What its values are. */
    public enum Kind {
        /** Adds up. */
        COUNT,
        /** A length of time, of which the distribution counts. */
        LATENCY,
        /** A number of its own each time, of which the distribution counts. */
        LEVEL,
        /** As above, of a hundred. */
        PERCENT,
        /** A number that stands until another is told. */
        GAUGE,
        /** As above, a length of time. */
        AGE;

        /** As CloudWatch names it. */
        String unit() {
            return switch (this) {
                case COUNT, LEVEL, GAUGE -> "Count";
                case LATENCY, AGE -> "Milliseconds";
                case PERCENT -> "Percent";
            };
        }
    }
}
