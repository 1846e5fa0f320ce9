package dev.primegate.simulation.model;

import static dev.primegate.simulation.model.SubmitSetting.DESIGN;

import dev.primegate.simulation.model.SubmitSetting.Dedup;
import dev.primegate.simulation.model.Variant.Sound;
import dev.primegate.simulation.model.Variant.Unsound;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that is checked. */
final class Variants {
    static final List<Variant> SUBMIT =
            List.of(
                    sound("as designed", DESIGN),
                    sound("sender's clock 1 ahead", DESIGN.senderAhead(1)),
                    sound("sender's clock 3 ahead", DESIGN.senderAhead(3)),
                    sound("sender's clock 1 behind", DESIGN.senderAhead(-1)),
                    sound("resolver's clock 3 ahead", DESIGN.resolverAhead(3)),
                    sound(
                            "judged by our clock, 1 ahead, margin 1",
                            DESIGN.with(Departure.JUDGES_BY_OUR_CLOCK).resolverAhead(1)),
                    sound("broker knows active ids", DESIGN.with(Dedup.ACTIVE)),
                    sound("broker knows ids forever", DESIGN.with(Dedup.FOREVER)),
                    sound(
                            "re-executed, but the broker forgives",
                            DESIGN.with(Departure.RE_EXECUTES).with(Dedup.FOREVER)),
                    sound(
                            "sent twice, but the broker forgives",
                            DESIGN.with(Departure.BLIND_RETRY).with(Dedup.FOREVER)));

    static final List<Variant> SUBMIT_OTHERWISE =
            List.of(
                    unsound(Law.RECORDED, Departure.NO_WRITE_AHEAD, DESIGN),
                    unsound(Law.NOT_DENIED, Departure.ADMITS_UNCONDITIONALLY, DESIGN),
                    unsound(Law.ONCE, Departure.RE_EXECUTES, DESIGN),
                    unsound(Law.ONCE, Departure.RE_EXECUTES, DESIGN.with(Dedup.ACTIVE)),
                    unsound(Law.ONCE, Departure.BLIND_RETRY, DESIGN),
                    unsound(Law.ONCE, Departure.BLIND_RETRY, DESIGN.with(Dedup.ACTIVE)),
                    unsound(
                            Law.NOT_DENIED,
                            Departure.AGE_BEFORE_IDENTITY,
                            DESIGN.with(Departure.BLIND_RETRY).with(Dedup.FOREVER)),
                    unsound(
                            Law.NOT_DENIED,
                            Departure.DUPLICATE_IS_REJECTION,
                            DESIGN.with(Departure.BLIND_RETRY).with(Dedup.FOREVER)),
                    unsound(Law.NOT_DENIED, Departure.SIGNS_AT_SEND, DESIGN),
                    unsound(Law.NOT_DENIED, Departure.TIMEOUT_IS_REJECTION, DESIGN),
                    unsound(Law.NOT_DENIED, Departure.LEASE_PROVES_UNSENT, DESIGN),
                    unsound(Law.NOT_DENIED, Departure.NO_WINDOW, DESIGN),
                    unsound(Law.NOT_DENIED, Departure.NO_QUARANTINE, DESIGN),
                    unsound(Law.NOT_DENIED, Departure.QUARANTINE_AT_WRITE, DESIGN),
                    unsound(Law.NOT_DENIED, Departure.IGNORES_QUERY_LAG, DESIGN),
                    unsound(Law.NOT_DENIED, Departure.JUDGES_BY_OUR_CLOCK, DESIGN.resolverAhead(3)),
                    unsound(Law.SETTLES, Departure.NOBODY_RESOLVES, DESIGN));

    static final List<Variant> CANCEL =
            List.of(
                    new Sound("cancel: as designed", new CancelModel(Set.of())),
                    new Sound(
                            "cancel: in doubt too, a refusal proves nothing",
                            new CancelModel(Set.of(Departure.CANCELS_IN_DOUBT))),
                    cancel(Law.COVERED, Departure.CANCEL_ENDS_DOUBT),
                    cancel(Law.COVERED, Departure.REFUSED_CANCEL_PROVES_ABSENCE),
                    cancel(Law.FILLS_KEPT, Departure.ENDS_BEFORE_FILLS),
                    cancel(Law.HEADROOM, Departure.CLOSES_UNCONDITIONALLY),
                    cancel(Law.HEADROOM, Departure.RELEASES_LATER),
                    cancel(Law.SETTLES, Departure.FORGETS_CANCEL));

    static final List<Variant> BUST =
            List.of(
                    new Sound("bust: as designed", new BustModel(Set.of())),
                    bust(Departure.BUST_COUNTED_EACH_TIME),
                    bust(Departure.EARLY_BUST_DROPPED),
                    bust(Departure.BUST_ERASES_EXECUTION),
                    bust(Departure.BOOKS_UNCONDITIONALLY));

    static final List<Variant> REROUTE =
            List.of(
                    new Sound("re-route: as designed", new RerouteModel(Set.of())),
                    reroute(Law.ONCE, Departure.REROUTES_DOUBT),
                    reroute(Law.ONCE, Departure.REROUTES_ANOTHERS),
                    reroute(Law.RECORDED, Departure.REROUTE_UNWRITTEN),
                    reroute(Law.NOT_DENIED, Departure.REROUTE_KEEPS_FENCE),
                    reroute(Law.FINAL, Departure.REROUTE_UNCONDITIONAL),
                    reroute(Law.HEADROOM, Departure.REROUTE_RESERVES_AGAIN),
                    reroute(Law.NOT_DENIED, Departure.ABSENCE_OF_ANY_ATTEMPT));

    static final List<Variant> LISTS =
            List.of(
                    new Sound(
                            "lists: open first, the broker moves at once",
                            new ListsModel(Set.of(Departure.READS_AT_ONCE))),
                    new Sound(
                            "lists: open first, the gap waited for",
                            new ListsModel(Set.of(Departure.MOVES_THROUGH_A_GAP))),
                    lists(Departure.READS_AT_ONCE, Departure.MOVES_THROUGH_A_GAP),
                    lists(Departure.HISTORY_FIRST),
                    lists(Departure.PAGES_BACKWARDS),
                    lists(Departure.CUT_PAGE_COUNTS),
                    lists(Departure.LOOKS_BEFORE_THE_FENCE));

    static final List<Variant> ALL =
            Stream.of(SUBMIT, SUBMIT_OTHERWISE, CANCEL, BUST, REROUTE, LISTS)
                    .flatMap(List::stream)
                    .toList();

    private Variants() {}

    private static Variant sound(String name, SubmitSetting setting) {
        return new Sound("submit: " + name, new SubmitModel(setting));
    }

    private static Variant unsound(Law law, Departure departure, SubmitSetting setting) {
        String broker =
                setting.dedup() == Dedup.NONE ? "" : ", broker knows ids " + setting.dedup();
        return new Unsound(
                "submit: " + departure + broker, new SubmitModel(setting.with(departure)), law);
    }

    private static Variant cancel(Law law, Departure departure) {
        return new Unsound("cancel: " + departure, new CancelModel(Set.of(departure)), law);
    }

    private static Variant bust(Departure departure) {
        return new Unsound("bust: " + departure, new BustModel(Set.of(departure)), Law.POSITION);
    }

    private static Variant reroute(Law law, Departure departure) {
        return new Unsound("re-route: " + departure, new RerouteModel(Set.of(departure)), law);
    }

    private static Variant lists(Departure... departures) {
        return new Unsound(
                "lists: " + String.join(" + ", Stream.of(departures).map(Enum::name).toList()),
                new ListsModel(Set.of(departures)),
                Law.NOT_DENIED);
    }
}
