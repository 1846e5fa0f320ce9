package dev.primegate.dynamodb;

import dev.primegate.broker.SharedTokens;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Shared tokens, each in one item with its lease; as text that only its owner can read. */
@Singleton
class DynamoTokens implements SharedTokens {
    private static final String MINE = "fence = :fence";

    private final Table table;
    private final Clock clock;

    DynamoTokens(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Shelf read(String name) {
        return table.get(Key.token(name)).map(DynamoTokens::shelf).orElse(Shelf.EMPTY);
    }

    @Override
    public Optional<Shelf> claim(String name, Shelf seen, Instant until) {
        long next = seen.fence() + 1;
        boolean claimed =
                table.updateIf(
                        Key.token(name),
                        "SET fence = :next, leasedUntil = :until",
                        seen.fence() == 0
                                ? "attribute_not_exists(fence)"
                                : MINE + " AND leasedUntil <= :now",
                        Map.of(),
                        seen.fence() == 0
                                ? Map.of(":next", number(next), ":until", time(until))
                                : Map.of(
                                        ":next", number(next),
                                        ":until", time(until),
                                        ":fence", number(seen.fence()),
                                        ":now", time(clock.instant())));
        return claimed ? Optional.of(new Shelf(seen.token(), next, until)) : Optional.empty();
    }

    @Override
    public boolean put(String name, Shelf claimed, Sealed token) {
        return table.updateIf(
                Key.token(name),
                "SET fence = :next, sealed = :sealed, refreshFrom = :refresh, endsAt = :ends,"
                        + " leasedUntil = :free, expiresAt = :expiry",
                MINE,
                Map.of(),
                Map.of(
                        ":next", number(claimed.fence() + 1),
                        ":sealed", AttributeValue.fromS(token.text()),
                        ":refresh", time(token.refreshFrom()),
                        ":ends", time(token.expiresAt()),
                        ":free", time(Instant.EPOCH),
                        ":expiry", number(token.expiresAt().getEpochSecond()),
                        ":fence", number(claimed.fence())));
    }

    @Override
    public void release(String name, Shelf claimed, Instant until) {
        boolean _ =
                table.updateIf(
                        Key.token(name),
                        "SET leasedUntil = :until",
                        MINE,
                        Map.of(),
                        Map.of(":until", time(until), ":fence", number(claimed.fence())));
    }

    private static Shelf shelf(Item item) {
        Optional<Sealed> token =
                item.optionalText("sealed")
                        .map(text ->
                                new Sealed(text, item.time("refreshFrom"), item.time("endsAt")));
        return new Shelf(token, item.number("fence"), item.time("leasedUntil"));
    }

    private static AttributeValue time(Instant time) {
        return AttributeValue.fromS(Times.text(time));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
