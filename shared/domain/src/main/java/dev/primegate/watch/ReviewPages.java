package dev.primegate.watch;

import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.Labels;
import dev.primegate.alert.routing.Member;
import dev.primegate.alert.routing.Telling;
import dev.primegate.book.OrderQuery;
import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakLog;
import dev.primegate.order.OrderId;
import dev.primegate.risk.HaltNote;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for what was done about each page that is over: a halt or a resume of what it is about, a
 * cancel of its order, a word on its break. To acknowledge a page, or to silence it, is none.
 */
public final class ReviewPages {
    /** More than anybody halts and resumes in a week. */
    private static final int NOTES = 1_000;

    /** Who writes what comparisons note by themselves. */
    private static final String RUN = "reconcile";

    private final IncidentBook incidents;
    private final Halts halts;
    private final OrderQuery orders;
    private final BreakLog breaks;

    public ReviewPages(IncidentBook incidents, Halts halts, OrderQuery orders, BreakLog breaks) {
        this.incidents = incidents;
        this.halts = halts;
        this.orders = orders;
        this.breaks = breaks;
    }

    /** The pages that ended in this time; of more than 30 days ago nothing is known. */
    public PageReview review(Instant from, Instant to) {
        List<HaltNote> notes = halts.notes(NOTES);
        return PageReview.of(
                from, to, incidents.ended(from, to), incident -> acted(incident, notes));
    }

    private boolean acted(Incident incident, List<HaltNote> notes) {
        Instant to = heardOfItsEnd(incident);
        return incident.sample().values().stream()
                .anyMatch(member -> acted(member, incident.since(), to, notes));
    }

    private boolean acted(Member member, Instant since, Instant to, List<HaltNote> notes) {
        Labels labels = member.labels();
        return notes.stream()
                        .filter(note -> within(note.at(), since, to))
                        .anyMatch(note -> isAbout(note.scope(), labels))
                || canceled(labels.get("orderId"), since, to)
                || explained(labels.get("gravest"), since, to);
    }

    /** What is done later is about something else. */
    private static Instant heardOfItsEnd(Incident incident) {
        return incident.tellings().values().stream()
                .map(Telling::at)
                .max(Comparator.naturalOrder())
                .orElse(incident.since());
    }

    /** What began the trouble is not what was done about it. */
    private static boolean within(Instant at, Instant since, Instant to) {
        return at.isAfter(since) && !at.isAfter(to);
    }

    private static boolean isAbout(HaltScope scope, Labels labels) {
        String text = scope.text();
        return scope.equals(HaltScope.ALL)
                || text.equals(labels.get("scope"))
                || text.equals("broker:" + labels.get("broker"))
                || text.equals("symbol:" + labels.get("symbol"))
                || (text.startsWith("account:")
                        && text.endsWith("/" + labels.get("account"))
                        && !labels.get("account").isEmpty());
    }

    private boolean canceled(String orderId, Instant since, Instant to) {
        return OrderId.isOne(orderId)
                && orders.history(new OrderId(orderId)).stream()
                        .filter(entry -> entry.event().equals("CANCEL_REQUESTED"))
                        .anyMatch(entry -> within(entry.at(), since, to));
    }

    private boolean explained(String breakId, Instant since, Instant to) {
        return BreakId.isOne(breakId)
                && breaks.notes(new BreakId(breakId)).stream()
                        .filter(note -> !note.by().equals(RUN))
                        .anyMatch(note -> within(note.at(), since, to));
    }
}
