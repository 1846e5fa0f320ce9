package dev.primegate.simulator.alpacabroker;

import dev.primegate.simulator.wire.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which events somebody asks for.
 *
 * @param begun whether an event is not before them; without it only what is to come is
 * @param ended whether an event is not after them
 * @param until when they end, if they do
 */
record Span(
        Optional<Predicate<TradeLog.Event>> begun,
        Predicate<TradeLog.Event> ended,
        Optional<Instant> until) {

    static Span of(Query query) {
        query.allow(Set.of("since", "until", "since_id", "until_id"));
        Optional<String> since = query.one("since");
        Optional<String> sinceId = query.one("since_id");
        Optional<String> until = query.one("until");
        Optional<String> untilId = query.one("until_id");
        Words.refuseIf(
                since.isPresent() && sinceId.isPresent(), "since and since_id exclude each other");
        Words.refuseIf(until.isPresent() && since.isEmpty(), "until requires since");
        Words.refuseIf(untilId.isPresent() && sinceId.isEmpty(), "until_id requires since_id");
        sinceId.ifPresent(Ulids::time);
        Optional<Instant> from = since.map(Span::time);
        Optional<Instant> to = until.map(Span::time).or(() -> untilId.map(Ulids::time));
        return new Span(
                sinceId.<Predicate<TradeLog.Event>>map(id -> event -> event.id().compareTo(id) > 0)
                        .or(() -> from.map(time -> event -> !event.at().isBefore(time))),
                event ->
                        untilId.map(id -> event.id().compareTo(id) <= 0)
                                .or(() -> to.map(time -> !event.at().isAfter(time)))
                                .orElse(true),
                to);
    }

    boolean holds(TradeLog.Event event) {
        return begun.map(test -> test.test(event)).orElse(true) && ended.test(event);
    }

    /** Whether all of it is over. */
    boolean isOver(Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent();
    }

    private static Instant time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException _) {
            Words.refuseIf(true, "not a time: " + text);
            return Instant.EPOCH;
        }
    }
}
