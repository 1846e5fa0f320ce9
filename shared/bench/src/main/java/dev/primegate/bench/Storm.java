package dev.primegate.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A storm as it is: minutes of the clock, the whole local process, calls over sockets, and
 * destinations that are busy, broken, gone or mute for minutes at a time. Accounts are halted one
 * after the other, every other one twice over; each is resumed when everybody has heard of it.
 */
final class Storm {
    /** Slack takes one message a second: of a trouble, of what it became, of its end. */
    private static final Duration APART = Duration.ofSeconds(4);

    /** Longer than the longest pause between attempts, and the queue after it. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** More calls than there are in an outage. */
    private static final int MANY = 5_000;

    private final Halts halts;
    private final Destinations destinations;
    private final Duration length;
    private final Instant start = Instant.now();
    private final NavigableMap<String, Instant> begun = new TreeMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Optional<String>> faults = new HashMap<>();

    private Storm(Product product, Duration length) {
        this.halts = new Halts(product);
        this.destinations = new Destinations(product);
        this.length = length;
    }

    /** Good if each channel heard of every trouble once, and of its end. */
    static Verdict report(Path jar, int minutes) throws IOException, InterruptedException {
        try (Product product = Product.startWhole(jar)) {
            Storm storm = new Storm(product, Duration.ofMinutes(minutes));
            storm.rage();
            storm.calm();
            return storm.verdict();
        }
    }

    private void rage() throws IOException, InterruptedException {
        Instant look = start;
        for (Instant next = start; next.isBefore(start.plus(length)); next = next.plus(APART)) {
            for (String channel : Destinations.CHANNELS) {
                fail(channel, Outage.at(Instant.now(), channel, start, length));
            }
            String scope = Halts.scope("storm-%04d".formatted(begun.size()));
            begun.put(scope, Instant.now());
            halts.halt(scope, "REDUCING");
            if (begun.size() % 2 == 0) {
                halts.halt(scope, "HALTED");
            }
            if (!Instant.now().isBefore(look)) {
                endWhatWasHeard();
                look = Instant.now().plus(LOOK_EVERY);
            }
            sleep(Duration.between(Instant.now(), next.plus(APART)));
        }
    }

    private void calm() throws IOException, InterruptedException {
        for (String channel : Destinations.CHANNELS) {
            fail(channel, Optional.empty());
        }
        Instant deadline = start.plus(length).plus(PATIENCE);
        while (Instant.now().isBefore(deadline) && !isOver()) {
            endWhatWasHeard();
            sleep(LOOK_EVERY);
        }
    }

    private void fail(String channel, Optional<String> fault)
            throws IOException, InterruptedException {
        if (!fault.equals(faults.put(channel, fault))) {
            destinations.plan(
                    channel, fault.map(f -> Collections.nCopies(MANY, f)).orElse(List.of()));
        }
    }

    private void endWhatWasHeard() throws IOException, InterruptedException {
        Map<String, Instant> open = new TreeMap<>(begun);
        open.keySet().removeAll(ended);
        for (String channel : Destinations.CHANNELS) {
            for (Heard heard : destinations.heard(channel, open)) {
                if (!heard.isTold()) {
                    open.remove(heard.scope());
                }
            }
        }
        for (String scope : open.keySet()) {
            halts.resume(scope);
            ended.add(scope);
        }
    }

    private boolean isOver() throws IOException, InterruptedException {
        for (String channel : Destinations.CHANNELS) {
            if (!destinations.heard(channel, begun).stream().allMatch(Heard::isOver)) {
                return false;
            }
        }
        return true;
    }

    private Verdict verdict() throws IOException, InterruptedException {
        List<AlertRow> rows = new ArrayList<>();
        boolean good = true;
        for (String channel : Destinations.CHANNELS) {
            List<Heard> all = destinations.heard(channel, begun);
            List<Heard> well = all.stream().filter(heard -> isWell(channel, heard)).toList();
            rows.add(AlertRow.of(channel, all));
            rows.add(AlertRow.of(channel + ", begun while it was well", well));
            good &= all.stream().allMatch(one -> one.openings() == 1 && one.isOver());
        }
        return Verdict.of(
                AlertRow.table(begun.size(), rows), good, "not each was told once, and ended");
    }

    private boolean isWell(String channel, Heard heard) {
        Instant since = begun.getOrDefault(heard.scope(), Instant.MAX);
        return Outage.at(since, channel, start, length).isEmpty();
    }

    private static void sleep(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.max(0, time.toMillis()));
    }
}
