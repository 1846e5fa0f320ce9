package dev.primegate.alert;

import dev.primegate.instrument.BrokerId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What a person must hear of a broker's way of being called; at most once a minute each. */
public final class BrokerAlerts {
    private static final String CLOCK = "clock-skew";
    private static final String DOWN = "broker-down";
    private static final String RATE = "rate-budget";

    private BrokerAlerts() {}

    /** Our clock and the broker's are apart; {@code stopped} if so far that nothing is signed. */
    public static Alert skewed(BrokerId broker, Duration apart, boolean stopped, Instant at) {
        return Alert.trigger(
                CLOCK,
                broker.name(),
                cause(broker, at) + "/" + stopped,
                stopped ? Severity.CRITICAL : Severity.WARNING,
                "our clock and that of %s are %d s apart%s"
                        .formatted(
                                broker,
                                apart.toSeconds(),
                                stopped ? "; orders to it are not signed" : ""),
                at,
                Map.of("broker", broker.name(), "seconds", Long.toString(apart.toSeconds())));
    }

    public static Alert inStep(BrokerId broker, Instant at) {
        return Alert.resolve(
                CLOCK,
                broker.name(),
                cause(broker, at),
                "our clock and that of %s agree".formatted(broker),
                at);
    }

    /** So many calls in a row failed: nothing new goes there until a read succeeds. */
    public static Alert down(BrokerId broker, int failures, Instant at) {
        return Alert.trigger(
                DOWN,
                broker.name(),
                cause(broker, at),
                Severity.CRITICAL,
                "%s is down: %d calls in a row failed; no order goes there until a read succeeds"
                        .formatted(broker, failures),
                at,
                Map.of("broker", broker.name()));
    }

    public static Alert up(BrokerId broker, Instant at) {
        return Alert.resolve(
                DOWN, broker.name(), cause(broker, at), "%s answers again".formatted(broker), at);
    }

    /** More is asked of the broker than is wise for its limit. */
    public static Alert nearLimit(BrokerId broker, String tier, int percent, Instant at) {
        return Alert.trigger(
                RATE,
                broker.name(),
                cause(broker, at),
                Severity.WARNING,
                "%s: %d %% of the %s rate limit was used in each of the last five minutes; ask for a higher tier, spread orders over brokers or portfolios, or submit fewer"
                        .formatted(broker, percent, tier),
                at,
                Map.of(
                        "broker", broker.name(),
                        "tier", tier,
                        "usedPercent", Integer.toString(percent)));
    }

    public static Alert belowLimit(BrokerId broker, Instant at) {
        return Alert.resolve(
                RATE,
                broker.name(),
                cause(broker, at),
                "%s is asked less than 70 %% of its rate limit".formatted(broker),
                at);
    }

    /** What we call there will go; {@code words} are the broker's. */
    public static Alert retiring(BrokerId broker, String words, Instant at) {
        return Alert.trigger(
                "interface-retired",
                broker.name(),
                broker + "/" + LocalDate.ofInstant(at, ZoneOffset.UTC),
                Severity.WARNING,
                "%s says that what we call is to go: %s".formatted(broker, words),
                at,
                Map.of("broker", broker.name(), "words", words));
    }

    private static String cause(BrokerId broker, Instant at) {
        return broker + "/" + at.truncatedTo(ChronoUnit.MINUTES);
    }
}
