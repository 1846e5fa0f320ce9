package dev.primegate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * One day's run of the soak: orders at the declared peak, and then the question what became of
 * each. They rest far from the market and are cancelled in the end.
 */
@Command(
        name = "run",
        description = {
            "Send orders at the declared peak, see that each is there once, and cancel them.",
            "The run goes into the ledger of soak plan. Status 3: it is not green."
        })
final class Soak implements Verb {
    /** Where its reports are kept. */
    static final String KIND = "soak";

    private static final int SETTLING = 60;
    private static final int MOST = 100_000;

    /**
     * Orders that look the same within seconds are refused, so each is a unit of the price's last
     * place below the one before, and this many make a round.
     */
    private static final int STEPS = 1_000;

    /** How much longer than at the peak it may take. */
    private static final BigDecimal SLACK = new BigDecimal("1.05");

    private final Desk desk;

    @Mixin Caution caution = new Caution();
    @Mixin Evidence evidence = new Evidence();

    @Option(names = "--account", required = true)
    String account = "";

    @Option(names = "--symbol", required = true)
    String symbol = "";

    @Option(names = "--qty", required = true)
    BigDecimal quantity = BigDecimal.ZERO;

    @Option(
            names = "--price",
            required = true,
            description = "Of the first, far below the market: it must rest.")
    BigDecimal price = BigDecimal.ZERO;

    @Option(names = "--orders", required = true, description = "How many.")
    int orders;

    @Option(names = "--peak", required = true, description = "Orders in a second, as declared.")
    int peak;

    Soak(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() throws InterruptedException {
        if (orders < 1 || orders > MOST || peak < 1) {
            throw new RefusedException(
                    "expected 1 to %d orders and a peak of 1 or more, found %d and %d"
                            .formatted(MOST, orders, peak));
        }
        if (price.compareTo(step(STEPS)) <= 0) {
            throw new RefusedException(
                    "expected a price of more than %s, found %s".formatted(step(STEPS), price));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            names.add(desk.freshId());
        }
        if (caution.dryRun) {
            return desk.change(submit(names, 0), caution, Words::order);
        }
        desk.allow(submit(names, 0), caution);
        Instant begun = desk.now();
        send(names);
        Duration took = Duration.between(begun, desk.now());
        ObjectNode report = report(begun, took, new Outcomes(desk, account).of(names, SETTLING));
        desk.show(new Answer(200, report, false), Json::pretty);
        desk.say("kept as " + evidence.keep(KIND, "run", report));
        return report.path("passed").asBoolean() ? Exit.OK : Exit.FINDING;
    }

    /** Each at its time, whether or not those before have been answered. */
    private void send(List<String> names) throws InterruptedException {
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
                Progress progress = desk.progress("sending")) {
            long begun = System.nanoTime();
            for (int i = 0; i < names.size(); i++) {
                Change order = submit(names, i);
                long due = begun + TimeUnit.SECONDS.toNanos(i) / peak;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                var _ = calls.submit(() -> desk.send(order));
                progress.show(i, names.size());
            }
        }
    }

    private ObjectNode report(Instant begun, Duration took, Outcomes.Count count) {
        boolean isFast = BigDecimal.valueOf(took.toMillis()).compareTo(longest()) <= 0;
        return Json.object()
                .put("at", begun.toString())
                .put("orders", orders)
                .put("peakPerSecond", peak)
                .put("tookMillis", took.toMillis())
                .put("taken", count.taken())
                .put("missing", count.missing())
                .put("twice", count.twice())
                .put("doubtful", count.doubtful())
                .put("atPeak", isFast)
                .put("passed", isFast && count.taken() == orders);
    }

    /** The time that the orders take at the peak, and a second for the last of them. */
    private BigDecimal longest() {
        return BigDecimal.valueOf(1000L * orders)
                .multiply(SLACK)
                .divideToIntegralValue(BigDecimal.valueOf(peak))
                .add(BigDecimal.valueOf(1000));
    }

    private BigDecimal step(int number) {
        return price.ulp().multiply(BigDecimal.valueOf(number));
    }

    private Change submit(List<String> names, int number) {
        return Change.of(
                "POST",
                "/v1/orders",
                Json.object()
                        .put("account", account)
                        .put("clOrdId", names.get(number))
                        .put("symbol", symbol)
                        .put("side", "BUY")
                        .put("ordType", "LIMIT")
                        .put("timeInForce", "GTC")
                        .put("orderQty", quantity.toPlainString())
                        .put("price", price.subtract(step(number % STEPS)).toPlainString())
                        .put("desk", "soak")
                        .put("trader", "soak"));
    }
}
