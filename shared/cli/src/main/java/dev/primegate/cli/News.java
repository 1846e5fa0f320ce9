package dev.primegate.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What becomes known of an account, each event once. */
final class News {
    /** Trades stand at their own time, and some become known late. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private static final int PAGES = 100;

    private final Desk desk;
    private final String account;
    private final Set<Source> sources = EnumSet.allOf(Source.class);
    private final Set<String> seen = new HashSet<>();

    News(Desk desk, String account) {
        this.desk = desk;
        this.account = account;
    }

    /**
     * What was read.
     *
     * @param events what was not so when it was read before
     * @param wrong an answer with which nothing can go on
     */
    record Read(List<Event> events, Optional<Answer> wrong) {}

    /** A list that cannot be read now is read the next time; one that may not be is left out. */
    Read read() {
        List<Event> events = new ArrayList<>();
        Instant from = desk.now().minus(LATE).truncatedTo(ChronoUnit.MINUTES);
        for (Source source : List.copyOf(sources)) {
            Optional<Answer> wrong = read(source, source.path(account, from), events);
            if (wrong.isPresent()) {
                return new Read(events, wrong);
            }
        }
        return new Read(events, Optional.empty());
    }

    private Optional<Answer> read(Source source, String first, List<Event> events) {
        Optional<String> page = Optional.of(first);
        for (int i = 0; i < PAGES && page.isPresent(); i++) {
            Answer answer = desk.get(page.get());
            if (answer.status() >= 500) {
                desk.say(Words.problem(answer) + " Asking again.");
                return Optional.empty();
            }
            if (answer.status() == 403 && source != Source.ORDERS) {
                desk.say("you may not read " + source.name().toLowerCase(Locale.ROOT));
                sources.remove(source);
                return Optional.empty();
            }
            if (!answer.isGood()) {
                return Optional.of(answer);
            }
            source.events(answer.body())
                    .filter(event -> seen.add(event.key()))
                    .forEach(events::add);
            page = source.next(first, answer.body());
        }
        return Optional.empty();
    }
}
