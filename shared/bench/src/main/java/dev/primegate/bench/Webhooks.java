package dev.primegate.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.bench.SignedMessage.Placed;
import dev.primegate.ingest.signature.Delivery;
import dev.primegate.ingest.signature.Scheme;
import dev.primegate.ingest.signature.Verdict;
import dev.primegate.ingest.signature.Verifier;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How fast webhooks are verified, beside others' verifiers and in turns with them, and how fast
 * they are verified and booked.
 */
final class Webhooks {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private static final int MESSAGES = 20_000;
    private static final int ROUNDS = 15;
    private static final int WARMING = 5;
    private static final int SENDERS = 4;
    private static final Placed NOBODYS =
            new Placed("AB2XEXGWOPT25KMZBYR2HVQH", "0a1b2c3d-0000-4000-8000-000000000000");

    private Webhooks() {}

    /** The table, from {@code booked} executions over HTTP and many more that are only verified. */
    static String report(Path jar, Path peers, int booked)
            throws IOException, InterruptedException {
        return verified(peers) + booked(jar, booked);
    }

    private static String verified(Path folder) throws IOException {
        Instant now = Instant.now();
        List<SignedMessage> messages =
                IntStream.range(0, MESSAGES)
                        .mapToObj(number -> SignedMessage.executed(number, NOBODYS, now))
                        .toList();
        Map<String, List<Long>> times = new LinkedHashMap<>();
        try (Peers peers = Peers.start(folder, messages)) {
            for (int round = -WARMING; round < ROUNDS; round++) {
                note(times, round, "primegate", ours(messages));
                for (String name : Peers.NAMES) {
                    note(times, round, name, peers.verify(name));
                }
            }
        }
        long mine = median(times, "primegate");
        StringBuilder text =
                new StringBuilder(
                        "%d signed messages, %d rounds in turns, one thread each; median%n%n"
                                .formatted(MESSAGES, ROUNDS));
        text.append("%-28s%14s%10s%n".formatted("", "verified/s", "ratio"));
        times.keySet()
                .forEach(name -> {
                    long theirs = median(times, name);
                    text.append(
                            "%-28s%14d%10s%n"
                                    .formatted(
                                            name,
                                            MESSAGES * 1_000_000_000L / theirs,
                                            faster(theirs, mine)));
                });
        return text.append("%-28s%14s%10s%n%n".formatted("aim, at least", "", "2.00")).toString();
    }

    /** Nanoseconds. */
    private static long ours(List<SignedMessage> messages) {
        Verifier verifier = new Verifier(Scheme.STANDARD_WEBHOOKS);
        List<String> keys = List.of(SignedMessage.KEY);
        long begun = System.nanoTime();
        for (SignedMessage message : messages) {
            // From text each time, as the others do.
            byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
            Verdict verdict =
                    verifier.verify(new Delivery(message::header, body), keys, Instant.now());
            if (!(verdict instanceof Verdict.Good)) {
                throw new IllegalStateException(message.id() + " was not found good: " + verdict);
            }
        }
        return System.nanoTime() - begun;
    }

    private static String booked(Path jar, int count) throws IOException, InterruptedException {
        try (Product product = Product.start(jar);
                ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Placed> orders = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                orders.add(JSON.readValue(product.submit(number), Placed.class));
            }
            List<Future<?>> sent = new ArrayList<>();
            long begun = System.nanoTime();
            for (int sender = 0; sender < SENDERS; sender++) {
                int first = sender;
                sent.add(
                        senders.submit(() -> {
                            for (int i = first; i < count; i += SENDERS) {
                                product.tell(
                                        SignedMessage.executed(i, orders.get(i), Instant.now()));
                            }
                            return null;
                        }));
            }
            for (Future<?> each : sent) {
                var _ = each.get();
            }
            long took = System.nanoTime() - begun;
            return "%d executions verified and booked, %d senders at once: %d/s%n"
                    .formatted(count, SENDERS, count * 1_000_000_000L / took);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a webhook was not taken", e);
        }
    }

    /** Down, so that ours does not look better than it is. */
    private static String faster(long theirs, long mine) {
        return BigDecimal.valueOf(theirs)
                .divide(BigDecimal.valueOf(mine), 2, RoundingMode.FLOOR)
                .toString();
    }

    private static void note(Map<String, List<Long>> times, int round, String name, long nanos) {
        if (round >= 0) {
            times.computeIfAbsent(name, _ -> new ArrayList<>()).add(nanos);
        }
    }

    private static long median(Map<String, List<Long>> times, String name) {
        return Samples.of(
                        times.getOrDefault(name, List.of()).stream()
                                .mapToLong(Long::longValue)
                                .toArray())
                .percentile(50);
    }
}
