package dev.primegate.dynamodb;

import dev.primegate.broker.FeedLeases;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Who reads which feed, in the table. Lease and cursor are one item, so that one condition, on the
 * number of the lease, guards both.
 */
@Singleton
class DynamoFeedLeases implements FeedLeases {
    private static final String HELD = "fence = :fence";

    private final Table table;
    private final Clock clock;

    DynamoFeedLeases(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Standing> find(BrokerId broker) {
        return table.get(Key.feed(broker)).map(item -> read(broker, item));
    }

    @Override
    public Optional<Lease> take(BrokerId broker, String holder, Term term) {
        Instant now = clock.instant();
        Optional<Standing> found = find(broker);
        if (isHeldBy(found, holder)) {
            return found.map(Standing::lease);
        }
        if (found.isPresent() && !found.get().isFree(now)) {
            return Optional.empty();
        }
        long number = found.map(standing -> standing.lease().number()).orElse(0L) + 1;
        Lease lease = new Lease(broker, holder, number);
        // If the reply was lost, the client's own repeat finds its condition gone.
        return put(lease, term, found, now) || isHeldBy(find(broker), holder)
                ? Optional.of(lease)
                : Optional.empty();
    }

    /** On what was seen: neither another who takes it nor a sign of life comes between. */
    private boolean put(Lease lease, Term term, Optional<Standing> seen, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":fence", number(lease.number()));
        values.put(":holder", AttributeValue.fromS(lease.holder()));
        values.put(":until", time(term.until()));
        values.put(":relief", time(term.relief()));
        values.put(":heardAt", time(seen.map(Standing::heardAt).orElse(now)));
        seen.ifPresent(standing -> {
            values.put(":seen", number(standing.lease().number()));
            values.put(":seenUntil", time(standing.term().until()));
        });
        return table.updateIf(
                Key.feed(lease.broker()),
                "SET fence = :fence, holder = :holder, heldUntil = :until, reliefFrom = :relief,"
                        + " heardAt = :heardAt",
                seen.isPresent()
                        ? "fence = :seen AND heldUntil = :seenUntil"
                        : "attribute_not_exists(fence)",
                Map.of(),
                values);
    }

    @Override
    public boolean renew(Lease lease, Instant until, Instant heardAt) {
        return table.updateIf(
                Key.feed(lease.broker()),
                "SET heldUntil = :until, heardAt = :heardAt",
                HELD,
                Map.of(),
                Map.of(
                        ":fence", number(lease.number()),
                        ":until", time(until),
                        ":heardAt", time(heardAt)));
    }

    @Override
    public boolean commit(Lease lease, Instant cursor) {
        boolean moved =
                table.updateIf(
                        Key.feed(lease.broker()),
                        "SET readUntil = :cursor, readBy = :fence",
                        HELD + " AND (attribute_not_exists(readUntil) OR readUntil < :cursor)",
                        Map.of(),
                        Map.of(":fence", number(lease.number()), ":cursor", time(cursor)));
        return moved || isHeldBy(find(lease.broker()), lease.holder());
    }

    @Override
    public void release(Lease lease) {
        var _ =
                table.updateIf(
                        Key.feed(lease.broker()),
                        "SET heldUntil = :until",
                        HELD,
                        Map.of(),
                        Map.of(
                                ":fence", number(lease.number()),
                                ":until", time(Instant.EPOCH)));
    }

    private static boolean isHeldBy(Optional<Standing> standing, String holder) {
        return standing.filter(s -> s.lease().holder().equals(holder)).isPresent();
    }

    private static Standing read(BrokerId broker, Item item) {
        return new Standing(
                new Lease(broker, item.text("holder"), item.number("fence")),
                new Term(item.time("heldUntil"), item.time("reliefFrom")),
                item.time("heardAt"),
                item.optionalTime("readUntil"));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static AttributeValue time(Instant time) {
        return AttributeValue.fromS(Times.text(time));
    }
}
