package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Looks at one broker: its key, its clock, its allow-list, its limit, its news, its halts. */
final class ExamineBroker {
    /** From here on order-submit signs nothing for the broker. */
    private static final Duration SKEW = Duration.ofSeconds(20);

    /** Of a limit in percent, above which a person should look. */
    private static final BigDecimal HIGH = new BigDecimal(70);

    private static final String RATES = "shared/docs/runbooks/rate-budget.md";
    private static final BigDecimal PERCENT = new BigDecimal(100);
    private static final int TRIES = 3;
    private static final Pattern FORBIDDEN = Pattern.compile("\\b403\\b");

    private final Desk desk;
    private final Checkup checkup;

    ExamineBroker(Desk desk, Checkup checkup) {
        this.desk = desk;
        this.checkup = checkup;
    }

    /** Of a broker as {@code /v1/ops/brokers} shows it. */
    void examine(JsonNode state) {
        String broker = state.path("broker").asText();
        tried(broker);
        standing(broker, state.path("health").asText());
        limit(broker, state.path("rate"));
        news(broker, state.path("feed"));
        trading(broker, state.path("trading").asText());
    }

    /** A broker whose rate others use too may be late once, and a key that it refuses stays so. */
    private void tried(String broker) {
        for (int left = TRIES - 1; ; left--) {
            Instant begun = desk.now();
            Answer health = desk.get("/health/brokers/" + Http.part(broker));
            if (health.isGood()) {
                Instant middle = begun.plus(Duration.between(begun, desk.now()).dividedBy(2));
                checkup.ok(broker, "key", "taken, in %s ms".formatted(health.text("tookMillis")));
                clock(broker, Duration.between(middle, Instant.parse(health.text("brokerTime"))));
                return;
            }
            if (left == 0) {
                refused(broker, health);
                return;
            }
            desk.say("%s: %s; asking again".formatted(broker, health.text("detail")));
        }
    }

    private void refused(String broker, Answer health) {
        String why = "%s: %s".formatted(health.text("code"), health.text("detail"));
        if (FORBIDDEN.matcher(why).find()) {
            checkup.wrong(
                    broker,
                    "allow-list",
                    why,
                    "have the broker allow terraform's output addresses, or give the key its rights");
        } else {
            checkup.wrong(
                    broker,
                    "key",
                    why,
                    "its status page; then its secret: shared/docs/how-to/rotate-keys.md");
        }
    }

    private void clock(String broker, Duration ahead) {
        String found = "%d s ahead of this machine".formatted(ahead.toSeconds());
        if (ahead.abs().compareTo(SKEW) < 0) {
            checkup.ok(broker, "clock", found);
        } else {
            checkup.wrong(
                    broker,
                    "clock",
                    "this machine's clock or the broker's is wrong: " + found,
                    "set this machine's clock by NTP; then shared/docs/runbooks/clock-skew.md");
        }
    }

    private void standing(String broker, String health) {
        if (health.equals("UP")) {
            checkup.ok(broker, "connection", health);
        } else {
            checkup.wrong(broker, "connection", health, "shared/docs/runbooks/broker-down.md");
        }
    }

    private void limit(String broker, JsonNode rate) {
        BigDecimal most =
                rate.path("perSecond")
                        .decimalValue()
                        .multiply(rate.path("stepSeconds").decimalValue());
        if (most.signum() == 0) {
            checkup.look(broker, "limit", "not known", "GET /v1/ops/brokers");
            return;
        }
        BigDecimal highest = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (JsonNode used : rate.path("used")) {
            highest = highest.max(used.decimalValue());
            all = all.add(used.decimalValue());
        }
        BigDecimal whole = most.multiply(new BigDecimal(Math.max(1, rate.path("used").size())));
        String found =
                "%s %% of %s a second lately, at most %s %%"
                        .formatted(
                                percent(all, whole),
                                rate.path("perSecond").asText(),
                                percent(highest, most));
        if (percent(all, whole).compareTo(HIGH) > 0) {
            checkup.wrong(broker, "limit", found, RATES);
        } else if (percent(highest, most).compareTo(HIGH) > 0) {
            checkup.look(broker, "limit", found, RATES);
        } else {
            checkup.ok(broker, "limit", found);
        }
    }

    /** Rounded up: a limit that is nearly reached must not look as if it were not. */
    private static BigDecimal percent(BigDecimal used, BigDecimal most) {
        return used.multiply(PERCENT).divide(most, 0, RoundingMode.CEILING);
    }

    private void news(String broker, JsonNode feed) {
        if (feed.isMissingNode()) {
            checkup.ok(broker, "news", "asked for, or by webhook");
        } else if (feed.path("isRead").asBoolean()) {
            checkup.ok(broker, "news", "a feed that is read");
        } else {
            checkup.wrong(
                    broker, "news", "nobody reads its feed", "shared/docs/runbooks/feed-silent.md");
        }
    }

    private void trading(String broker, String trading) {
        if (trading.equals("ACTIVE")) {
            checkup.ok(broker, "trading", trading);
        } else {
            checkup.look(broker, "trading", trading, "./primegate halts");
        }
    }
}
