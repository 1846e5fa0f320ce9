package dev.primegate.testkit;

import dev.primegate.ledger.Booking;
import dev.primegate.ledger.Journal;
import dev.primegate.ledger.JournalEntry;
import dev.primegate.ledger.Shift;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The journal in memory. */
final class MemoryJournal implements Journal {
    private final Map<String, Page> pages = new HashMap<>();
    private final MemoryLedger ledger;
    private final MemoryRisk risk;
    private final Clock clock;

    MemoryJournal(MemoryLedger ledger, MemoryRisk risk, Clock clock) {
        this.ledger = ledger;
        this.risk = risk;
        this.clock = clock;
    }

    @Override
    public synchronized Booking book(JournalEntry entry, String by) {
        String key = entry.tenant() + "/" + entry.id();
        Instant now = clock.instant();
        Page page = pages.get(key);
        boolean waits = page != null && !page.booked && !now.isAfter(page.until);
        if (page != null && page.booked) {
            return page.meaning.equals(entry.meaning())
                    ? new Booking.Known()
                    : new Booking.Reused();
        }
        if (page != null && waits && !page.meaning.equals(entry.meaning())) {
            return new Booking.Reused();
        }
        if (page != null && waits && page.by.equals(by)) {
            return new Booking.SecondPersonNeeded(by, page.until);
        }
        boolean books = waits || !entry.kind().needsTwoPersons();
        Instant until = now.plus(Booking.PATIENCE);
        pages.put(key, new Page(entry.meaning(), by, until, books));
        if (!books) {
            return new Booking.Asked(until);
        }
        ledger.write(entry.lines());
        Shift.of(entry.lines()).forEach(risk::shift);
        return new Booking.Booked();
    }

    private record Page(String meaning, String by, Instant until, boolean booked) {}
}
