package dev.primegate.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** What a line of words gave: the status, and both streams. */
record Typed(int status, String out, String err) {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00.250Z");

    static Typed at(FakeApi api, String... words) {
        return in(Map.of(), api, words);
    }

    static Typed in(Map<String, String> environment, FakeApi api, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", api.url().toString()));
        return run(environment, all);
    }

    /** While time goes on: a tenth of a second each time that somebody looks. */
    static Typed later(FakeApi api, String... words) {
        return later(Duration.ofMillis(100), api, words);
    }

    /** While {@code each} goes by each time that somebody looks. */
    static Typed later(Duration each, FakeApi api, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", api.url().toString()));
        AtomicLong looks = new AtomicLong();
        InstantSource ticking = () -> NOW.plus(each.multipliedBy(looks.getAndIncrement()));
        return run(Map.of(), ticking.withZone(ZoneOffset.UTC), all);
    }

    static Typed run(Map<String, String> environment, List<String> words) {
        return run(environment, Clock.fixed(NOW, ZoneOffset.UTC), words);
    }

    private static Typed run(Map<String, String> environment, Clock clock, List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    Verbs.run(
                            new Surroundings(
                                    client,
                                    clock,
                                    new Random(1),
                                    environment,
                                    new PrintStream(out, true, StandardCharsets.UTF_8),
                                    new PrintStream(err, true, StandardCharsets.UTF_8),
                                    false),
                            words);
            return new Typed(
                    status,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        }
    }
}
