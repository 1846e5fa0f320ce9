package dev.primegate.submit;

import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.telemetry.LatencySplit;
import dev.primegate.telemetry.Leg;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import dev.primegate.telemetry.Passage;
import dev.primegate.telemetry.Ticks;
import dev.primegate.telemetry.Trace;
import dev.primegate.telemetry.Traces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Says of each order the OMS submits how long it took, and who took that long. */
@Singleton
class TimedSubmit {
    private static final Logger LOG = Logger.getLogger(TimedSubmit.class);

    private final BiFunction<NewOrder, Instant, Submission> submit;
    private final Set<String> desks;
    private final Meters meters;
    private final Ticks ticks;

    @Inject
    TimedSubmit(SubmitOrder submit, ObjectivesConfig config, Meters meters, Ticks ticks) {
        this(submit::submit, config.desks().orElse(Set.of()), meters, ticks);
    }

    TimedSubmit(
            BiFunction<NewOrder, Instant, Submission> submit,
            Set<String> desks,
            Meters meters,
            Ticks ticks) {
        this.submit = submit;
        this.desks = Set.copyOf(desks);
        this.meters = meters;
        this.ticks = ticks;
    }

    /**
     * Reads an order and submits it, and says which stages it passed.
     *
     * @param read throws if there is no order
     */
    Submission submit(Supplier<NewOrder> read, Instant stop) {
        Passage.Passed<Submission> passed =
                Passage.of(
                        ticks, () -> submit(Passage.through(Passage.Stage.NORMALISE, read), stop));
        LOG.infof(
                "event=passed outcome=%s spans=%s",
                passed.result().getClass().getSimpleName(), passed.text());
        return passed.result();
    }

    /** As {@link SubmitOrder#submit}, which this neither changes nor keeps waiting. */
    Submission submit(NewOrder order, Instant stop) {
        long begun = ticks.nanos();
        Leg.Led<Submission> led = Leg.of(order.id(), () -> submit.apply(order, stop));
        Duration total = Duration.ofNanos(ticks.nanos() - begun);
        try {
            record(led, total);
        } catch (RuntimeException e) {
            // The order may be live: what became of it is told whatever else fails.
            LOG.errorf(e, "order=%s event=not-timed", order.id());
        }
        return led.result();
    }

    private void record(Leg.Led<Submission> led, Duration total) {
        switch (led.result()) {
            case Submission.Received(Order order) -> sent(Metric.ORDERS, order, led, total);
            case Submission.InDoubt(Order order) -> sent(Metric.ORDERS_UNKNOWN, order, led, total);
            case Submission.Rejected(Order order, String _) ->
                    sent(Metric.ORDERS_REJECTED, order, led, total);
            case Submission.Denied denied ->
                    meters.count(Metric.ORDERS_DENIED, denied.denial().code());
            case Submission.NotSent _ -> meters.count(Metric.ORDERS_DENIED, "not-sent");
            case Submission.IdentityTaken _ -> meters.count(Metric.ORDERS_DENIED, "identity-taken");
            case Submission.ClockSkewed _ -> meters.count(Metric.ORDERS_DENIED, "clock-skewed");
            case Submission.NoBroker _ -> meters.count(Metric.ORDERS_DENIED, "no-broker");
            case Submission.OutOfTime _ -> meters.count(Metric.ORDERS_DENIED, "out-of-time");
            case Submission.TryLater _ -> meters.count(Metric.ORDERS_DENIED, "try-later");
            case Submission.Replayed _ -> {} // It was counted when it came first.
        }
    }

    private void sent(Metric what, Order order, Leg.Led<Submission> led, Duration total) {
        String broker = order.route().broker().name();
        LatencySplit split = led.split(total);
        meters.count(what, broker);
        meters.time(Metric.ORDER_TOTAL, split.total(), broker);
        if (desks.contains(order.request().desk())) {
            meters.time(Metric.DESK_ORDER, split.total(), order.request().desk());
        }
        if (led.calls().isEmpty()) {
            return; // It went in another order's call: who took its time nobody here knows.
        }
        meters.time(Metric.ORDER_OWN, split.own(), broker);
        meters.time(Metric.ORDER_NETWORK, split.network(), broker);
        meters.time(Metric.ORDER_BROKER, split.broker(), broker);
        LOG.info(line(order, split, led.isProbed(), Traces.current()));
    }

    /** The order's times; the trace is that of its exchanges with the broker. */
    static String line(Order order, LatencySplit split, boolean probed, Optional<Trace> trace) {
        return "order=%s broker=%s event=timed own_ms=%s net_ms=%s pb_ms=%s total_ms=%s probed=%s"
                        .formatted(
                                order.id(),
                                order.route().broker(),
                                LatencySplit.millis(split.own()),
                                LatencySplit.millis(split.network()),
                                LatencySplit.millis(split.broker()),
                                LatencySplit.millis(split.total()),
                                probed)
                + trace.map(present -> " traceId=" + present.id()).orElse("");
    }
}
