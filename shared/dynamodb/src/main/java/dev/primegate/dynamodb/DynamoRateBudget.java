package dev.primegate.dynamodb;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateBudget;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.Turn;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rate budgets in the table: an item for each second in which a broker is called, and the broker's
 * own, which is read before each call so that a pause reaches every function with the next one.
 */
@Singleton
class DynamoRateBudget implements RateBudget {
    private static final Duration WINDOW = Duration.ofSeconds(1);

    /** Long enough to see whether a load lasts. */
    private static final Duration KEPT = Duration.ofMinutes(20);

    private final Table table;
    private final Clock clock;

    DynamoRateBudget(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Turn take(BrokerId broker, RateLimit limit, Purpose purpose) {
        Instant now = clock.instant();
        Optional<Instant> paused =
                table.get(Key.broker(broker))
                        .flatMap(item -> item.optionalTime("blockedUntil"))
                        .filter(now::isBefore);
        if (paused.isPresent()) {
            return new Turn.Paused(paused.get());
        }
        Instant window = now.truncatedTo(ChronoUnit.SECONDS);
        int cap = limit.window();
        boolean taken =
                table.updateIf(
                        Key.rate(broker, window),
                        "ADD n :one, #own :one SET expiresAt = :expiry",
                        "(attribute_not_exists(n) OR n < :ceiling)"
                                + " AND (attribute_not_exists(#own) OR #own < :share)",
                        Map.of("#own", purpose.name()),
                        Map.of(
                                ":one", number(1),
                                ":expiry", number(window.plus(KEPT).getEpochSecond()),
                                ":ceiling", number(purpose.ceiling(cap)),
                                ":share", number(purpose.share(cap))));
        return taken ? new Turn.Granted() : new Turn.Spent(window.plus(WINDOW));
    }

    @Override
    public void pause(BrokerId broker, Instant until) {
        boolean _ =
                table.updateIf(
                        Key.broker(broker),
                        "SET blockedUntil = :until",
                        "attribute_not_exists(blockedUntil) OR blockedUntil < :until",
                        Map.of(),
                        Map.of(":until", AttributeValue.fromS(Times.text(until))));
    }

    @Override
    public List<Integer> used(BrokerId broker, Instant from, int seconds) {
        List<Key> keys =
                IntStream.range(0, seconds)
                        .mapToObj(second -> Key.rate(broker, from.plusSeconds(second)))
                        .toList();
        Map<Key, Item> found = table.getAll(keys);
        return keys.stream()
                .map(key -> found.containsKey(key) ? (int) found.get(key).number("n") : 0)
                .toList();
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
