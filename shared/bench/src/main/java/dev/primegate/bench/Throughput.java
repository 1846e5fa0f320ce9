package dev.primegate.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.bench.SignedMessage.Placed;
import dev.primegate.bench.ThroughputReport.Row;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many orders, trades and positions a second: submitted, booked from signed webhooks, and read
 * over HTTP, by several callers at once; and the same calls made by hand, in turns with them.
 */
final class Throughput {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private static final int CALLERS = 8;

    private static final Duration DELAY = Duration.ofMillis(50);

    private final Product product;
    private final Items items;
    private final ByHand byHand;
    private final Crowd crowd;
    private final Map<Integer, Placed> placed = new ConcurrentHashMap<>();

    private Throughput(Product product, Items items, ByHand byHand, Crowd crowd) {
        this.product = product;
        this.items = items;
        this.byHand = byHand;
        this.crowd = crowd;
    }

    /** The table of {@code count} of each; held to {@code baseline} if {@code gated}. */
    static Verdict report(Path jar, int count, Path baseline, boolean gated)
            throws IOException, InterruptedException {
        Baseline stored = Baseline.read(baseline);
        try (Product product = Product.start(jar);
                HttpClient http = Product.http();
                Wire wire = new Wire(product.dynamo());
                Crowd crowd = new Crowd(CALLERS)) {
            Items items = new Items(wire.client());
            items.publishPrice();
            items.learn(product.submit(0));
            ByHand byHand = new ByHand(items, http, product.broker());
            Throughput throughput = new Throughput(product, items, byHand, crowd);
            ThroughputReport report = throughput.measured(wire, count, stored);
            return Verdict.of(
                    report.text(CALLERS),
                    !gated || report.isAsGoodAsBefore(),
                    "slower than the baseline by more than 10 %");
        }
    }

    private ThroughputReport measured(Wire wire, int count, Baseline stored)
            throws IOException, InterruptedException {
        int all = warming(count) + count;
        place(all + 1);
        BookedByHand booked = BookedByHand.learn(wire.client(), _ -> execute(all + 1));
        Row orders = row("orders", count, this::place, byHand::order);
        Row trades = row("trades", count, this::execute, booked::book);
        Row positions = row("positions", count, _ -> positions(), _ -> booked.positions());
        return new ThroughputReport(
                List.of(orders, trades, positions), stored, delayed(all + 2, count));
    }

    /** A B B A, in runs of half as many; the numbers go up from 1, the warming's first. */
    private Row row(String name, int count, Crowd.Step ours, Crowd.Step theirs)
            throws InterruptedException {
        int first = warming(count) + 1;
        int half = Math.ceilDiv(count, 2);
        var _ = run(ours, 1, warming(count));
        var _ = run(theirs, 1, warming(count));
        Rate product = run(ours, first, half);
        Rate hand = run(theirs, first, half);
        hand = hand.plus(run(theirs, first + half, count - half));
        product = product.plus(run(ours, first + half, count - half));
        return new Row(name, product, hand);
    }

    /** How many of every kind, before any is counted. */
    private static int warming(int count) {
        return Math.ceilDiv(count, 2);
    }

    private Rate run(Crowd.Step step, int first, int count) throws InterruptedException {
        items.publishPrice();
        return crowd.take(step, first, count);
    }

    private void place(int number) throws IOException, InterruptedException {
        placed.put(number, JSON.readValue(product.submit(number), Placed.class));
    }

    private void execute(int number) throws IOException, InterruptedException {
        Placed order =
                Optional.ofNullable(placed.get(number))
                        .orElseThrow(() -> new IllegalStateException("no order " + number));
        product.tell(SignedMessage.executed(number, order, Instant.now()));
    }

    private void positions() throws IOException, InterruptedException {
        var _ =
                product.answer(
                        HttpRequest.newBuilder(product.api().resolve("/v1/positions?account=demo")),
                        200);
    }

    /** One caller: a crowd would measure how it waits for itself. */
    private Delayed delayed(int first, int count) throws IOException, InterruptedException {
        product.delayed(DELAY, count);
        long[] took = new long[count];
        for (int i = 0; i < count; i++) {
            items.publishPrice();
            long begun = System.nanoTime();
            place(first + i);
            took[i] = System.nanoTime() - begun;
        }
        return new Delayed(Samples.of(took), DELAY);
    }
}
