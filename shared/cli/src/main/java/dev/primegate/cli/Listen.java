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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what happens at an account as it becomes known, each event once. */
@Command(
        name = "listen",
        description = {
            "Print what happens at an account: orders, trades, breaks, halts, alerts.",
            "What is so already is not printed. Nothing is asked of a list that you may not read."
        })
final class Listen implements Verb {
    /** Trades stand at their own time, and some become known late. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private static final int PAGES = 100;

    private final Desk desk;
    private final Set<Source> sources = EnumSet.allOf(Source.class);
    private final Set<String> seen = new HashSet<>();

    @Option(names = "--account", required = true)
    String account = "";

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            description = "At most; without it, until Ctrl-C.")
    @Nullable Integer seconds;

    @Option(
            names = "--every",
            defaultValue = "1000",
            paramLabel = "MILLIS",
            description = "${DEFAULT-VALUE}.")
    int millis;

    @Option(names = "--past", description = "Print what is so already, too.")
    boolean past;

    Listen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() throws InterruptedException {
        Optional<Instant> until = Optional.ofNullable(seconds).map(desk.now()::plusSeconds);
        boolean isKnown = !past;
        do {
            List<Event> news = new ArrayList<>();
            Instant from = desk.now().minus(LATE).truncatedTo(ChronoUnit.MINUTES);
            for (Source source : List.copyOf(sources)) {
                Optional<Answer> wrong = read(source, source.path(account, from), news);
                if (wrong.isPresent()) {
                    return desk.show(wrong.get(), Json::line);
                }
            }
            if (!isKnown) {
                news.forEach(event -> desk.print(desk.wantsJson() ? event.json() : event.line()));
            }
            isKnown = false;
            TimeUnit.MILLISECONDS.sleep(millis);
        } while (until.isEmpty() || desk.now().isBefore(until.get()));
        return Exit.OK;
    }

    /** Adds what is new; returns an answer with which nothing can go on. */
    private Optional<Answer> read(Source source, String first, List<Event> news) {
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
            source.events(answer.body()).filter(event -> seen.add(event.key())).forEach(news::add);
            page = source.next(first, answer.body());
        }
        return Optional.empty();
    }
}
