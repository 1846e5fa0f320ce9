package dev.primegate.telemetry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that is measured. No other name is ever written, so dashboards are held to these. */
public enum Metric {
    /** From the order's arrival in the function until its answer is ready. */
    ORDER_TOTAL(Kind.LATENCY, Label.BROKER),
    /** Of that, ours. */
    ORDER_OWN(Kind.LATENCY, Label.BROKER),
    /** Of that, the network's, as the probe measures it. */
    ORDER_NETWORK(Kind.LATENCY, Label.BROKER),
    /** Of that, the broker's. */
    ORDER_BROKER(Kind.LATENCY, Label.BROKER),
    /** Orders a broker received. */
    ORDERS(Kind.COUNT, Label.BROKER),
    /** Orders that were sent and whose fate was not known then. */
    ORDERS_UNKNOWN(Kind.COUNT, Label.BROKER),
    /** Orders a broker refused. */
    ORDERS_REJECTED(Kind.COUNT, Label.BROKER),
    /** Orders refused by us, by why. */
    ORDERS_DENIED(Kind.COUNT, Label.CODE),
    /** Executions that were booked. */
    FILLS(Kind.COUNT, Label.BROKER),
    /** Calls to a broker, one for each attempt. */
    BROKER_CALLS(Kind.COUNT, Label.BROKER, Label.OUTCOME),
    /** Of those, the ones that say the integration is at fault: the error budget is of them. */
    BROKER_ERRORS(Kind.COUNT, Label.BROKER),
    /** From the call's begin until its answer was read, attempt by attempt. */
    BROKER_CALL(Kind.LATENCY, Label.BROKER),
    /** Calls in each second of a minute that is over, by all functions together. */
    BROKER_CALLS_PER_SECOND(Kind.LEVEL, Label.BROKER),
    /** Calls in a minute that is over, by all functions together. */
    BROKER_CALLS_PER_MINUTE(Kind.LEVEL, Label.BROKER),
    /** How much of a broker's rate a minute used. */
    RATE_USED(Kind.PERCENT, Label.BROKER),
    /** How old the newest data of a broker's feed is. */
    FEED_AGE(Kind.LATENCY, Label.BROKER),
    /** Differences found between a broker's books and ours. */
    BREAKS(Kind.COUNT, Label.BROKER, Label.CAUSE),
    /** Readings that were left out because too many series are kept already. */
    SERIES_REFUSED(Kind.COUNT);

    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // A stream's toList cannot be changed.
    private final List<Label> labels;

    Metric(Kind kind, Label... labels) {
        this.kind = kind;
        this.labels = Stream.of(labels).toList();
    }

    /** The word in lines and on dashboards; it ends in its unit where it has one. */
    public String word() {
        String word = name().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case LATENCY -> word + "_ms";
            case PERCENT -> word + "_percent";
            case COUNT, LEVEL -> word;
        };
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
        PERCENT;

        /** As CloudWatch names it. */
        String unit() {
            return switch (this) {
                case COUNT, LEVEL -> "Count";
                case LATENCY -> "Milliseconds";
                case PERCENT -> "Percent";
            };
        }
    }
}
