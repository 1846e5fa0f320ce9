package dev.primegate.dynamodb;

import dev.primegate.audit.Act;
import dev.primegate.audit.Trail;
import dev.primegate.ledger.Booking;
import dev.primegate.ledger.Journal;
import dev.primegate.ledger.JournalEntry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The journal in the table: an entry under its id, and what it moves, in one transaction. */
@Singleton
class DynamoJournal implements Journal {
    private static final String ASKED = "ASKED";
    private static final String BOOKED = "BOOKED";

    /** Others who book the very same id, or take a step of the tenant, at the same time. */
    private static final int ROUNDS = 40;

    private final Table table;
    private final LedgerWrites writes;
    private final DynamoTrails trails;
    private final Clock clock;

    DynamoJournal(Table table, LedgerWrites writes, DynamoTrails trails, Clock clock) {
        this.table = table;
        this.writes = writes;
        this.trails = trails;
        this.clock = clock;
    }

    @Override
    public Booking book(JournalEntry entry, String by) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Item> seen = table.get(Key.journal(entry.tenant(), entry.id()));
            Optional<Booking> answer = seen.flatMap(item -> known(item, entry, by));
            if (answer.isPresent()) {
                return answer.get();
            }
            boolean second = seen.isPresent() && waits(seen.get());
            boolean books = second || !entry.kind().needsTwoPersons();
            Instant until = clock.instant().plus(Booking.PATIENCE);
            Item item = item(entry, by, until).put("standing", books ? BOOKED : ASKED);
            if (second) {
                item.put("askedBy", seen.get().text("askedBy")).put("approvedBy", by);
            }
            List<TransactWriteItem> own = new ArrayList<>(trails.step(act(entry, by, books)));
            own.add(asSeen(item, seen));
            if (writes.write(own, books ? entry.lines() : List.of())) {
                return books ? new Booking.Booked() : new Booking.Asked(until);
            }
        }
        throw new IllegalStateException(
                "journal entry " + entry.id() + " is written by too many at once");
    }

    /** What the entry that stands there already answers; empty if it is to be written. */
    private Optional<Booking> known(Item item, JournalEntry entry, String by) {
        boolean same = item.text("meaning").equals(entry.meaning());
        if (item.text("standing").equals(BOOKED)) {
            return Optional.of(same ? new Booking.Known() : new Booking.Reused());
        }
        if (!waits(item)) {
            return Optional.empty();
        }
        if (!same) {
            return Optional.of(new Booking.Reused());
        }
        return item.text("askedBy").equals(by)
                ? Optional.of(new Booking.SecondPersonNeeded(by, item.time("until")))
                : Optional.empty();
    }

    private boolean waits(Item item) {
        return item.text("standing").equals(ASKED) && !clock.instant().isAfter(item.time("until"));
    }

    private Act act(JournalEntry entry, String by, boolean books) {
        return new Act(
                Trail.of(entry.tenant()),
                clock.instant(),
                by,
                "JOURNAL_" + (books ? BOOKED : ASKED),
                new TreeMap<>(
                        Map.of(
                                "entry", entry.id().text(),
                                "kind", entry.kind().name(),
                                "reason", entry.reason(),
                                "meaning", entry.meaning())));
    }

    private TransactWriteItem asSeen(Item item, Optional<Item> seen) {
        return seen.map(before ->
                        Write.putIf(
                                table.name(),
                                item,
                                "standing = :asked AND meaning = :meaning AND askedBy = :by",
                                Map.of(
                                        ":asked", AttributeValue.fromS(ASKED),
                                        ":meaning", AttributeValue.fromS(before.text("meaning")),
                                        ":by", AttributeValue.fromS(before.text("askedBy")))))
                .orElse(Write.putIfAbsent(table.name(), item));
    }

    private static Item item(JournalEntry entry, String by, Instant until) {
        return Item.at(Key.journal(entry.tenant(), entry.id()))
                .put("type", "JOURNAL")
                .put("meaning", entry.meaning())
                .put("kind", entry.kind().name())
                .put("reason", entry.reason())
                .put("at", entry.at())
                .put("askedBy", by)
                .put("until", until);
    }
}
