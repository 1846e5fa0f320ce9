package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.proof.Proves;
import dev.primegate.telemetry.LatencySplit;
import dev.primegate.telemetry.Leg;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import dev.primegate.telemetry.Reading;
import dev.primegate.telemetry.Series;
import dev.primegate.telemetry.Trace;
import dev.primegate.testkit.Requests;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimedSubmitTest {
    private static final NewOrder REQUEST = Requests.buy("one", "1");
    private static final Order ORDER =
            Requests.routed(
                            Requests.intent(
                                    REQUEST,
                                    "owner",
                                    Requests.limits("100", 10, "1", "1"),
                                    Instant.parse("2026-11-02T10:00:00Z")),
                            new BrokerId("paper"))
                    .order();

    private final AtomicLong nanos = new AtomicLong();
    private final Meters meters = new Meters();

    @Test
    @Proves("L1")
    void anOrdersTimeIsSplitInOursTheNetworksAndTheBrokers() {
        Submission received = new Submission.Received(ORDER);

        Submission answer =
                new TimedSubmit((_, _) -> sent(received), Set.of(), meters, nanos::get)
                        .submit(REQUEST, Instant.MAX);

        assertThat(answer).isEqualTo(received);
        assertThat(meters.drain())
                .containsExactly(
                        spread(Metric.ORDER_TOTAL, "64.000"),
                        spread(Metric.ORDER_OWN, "24.000"),
                        spread(Metric.ORDER_NETWORK, "8.000"),
                        spread(Metric.ORDER_BROKER, "32.000"),
                        count(Metric.ORDERS, "paper"));
    }

    @Test
    @Proves("L1")
    void theLineOfAnOrderNamesItsTimesAndItsTrace() {
        LatencySplit split =
                new LatencySplit(
                        Duration.ofNanos(1_500_000), Duration.ofMillis(5), Duration.ofMillis(35));

        String line =
                TimedSubmit.line(
                        ORDER,
                        split,
                        true,
                        Optional.of(
                                new Trace(
                                        "4bf92f3577b34da6a3ce929d0e0e4736",
                                        "00f067aa0ba902b7",
                                        true)));

        assertThat(line)
                .isEqualTo(
                        "order="
                                + ORDER.id()
                                + " broker=paper event=timed own_ms=1.500000 net_ms=5.000000"
                                + " pb_ms=35.000000 total_ms=41.500000 probed=true"
                                + " traceId=4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void ofAnOrderThatWentInTheCallOfAnotherOnlyTheTotalIsSaid() {
        Submission received = new Submission.Received(ORDER);
        var _ =
                new TimedSubmit((_, _) -> received, Set.of(), meters, nanos::get)
                        .submit(REQUEST, Instant.MAX);

        assertThat(meters.drain())
                .extracting(reading -> reading.series().metric())
                .containsExactly(Metric.ORDER_TOTAL, Metric.ORDERS);
    }

    @Test
    @Proves("L2")
    void theOrdersOfADeskWithAHorizonAreTimedByDeskToo() {
        Submission received = new Submission.Received(ORDER);
        var _ =
                new TimedSubmit(
                                (_, _) -> sent(received),
                                Set.of(REQUEST.desk()),
                                meters,
                                nanos::get)
                        .submit(REQUEST, Instant.MAX);
        List<Reading> ofIts = meters.drain();
        var _ =
                new TimedSubmit((_, _) -> sent(received), Set.of("another"), meters, nanos::get)
                        .submit(REQUEST, Instant.MAX);

        assertThat(ofIts)
                .contains(
                        new Reading.Spread(
                                new Series(Metric.DESK_ORDER, List.of(REQUEST.desk())),
                                List.of(new Reading.Bar(new BigDecimal("64.000"), 1))));
        assertThat(meters.drain())
                .extracting(reading -> reading.series().metric())
                .contains(Metric.ORDER_TOTAL)
                .doesNotContain(Metric.DESK_ORDER);
    }

    @Test
    void anOrderThatWeRefuseIsCountedByItsCodeAndTimesNoBroker() {
        Submission denied =
                new Submission.Denied(
                        new Denial("too-large", "why", Optional.empty(), Optional.empty()));

        assertThat(
                        new TimedSubmit((_, _) -> denied, Set.of(), meters, nanos::get)
                                .submit(REQUEST, Instant.MAX))
                .isEqualTo(denied);
        assertThat(meters.drain()).containsExactly(count(Metric.ORDERS_DENIED, "too-large"));
    }

    /** 24 ms of ours around a call of 40. */
    private Submission sent(Submission result) {
        pass(24);
        pass(40);
        Leg.current()
                .orElseThrow()
                .called(
                        new Leg.Call(
                                "paper", Duration.ofMillis(40), Optional.of(Duration.ofMillis(8))));
        return result;
    }

    private void pass(long millis) {
        var _ = nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    private static Reading count(Metric metric, String label) {
        return new Reading.Count(new Series(metric, List.of(label)), 1);
    }

    /** The histogram keeps three digits, so each is given by its own. */
    private static Reading spread(Metric metric, String millis) {
        return new Reading.Spread(
                new Series(metric, List.of("paper")),
                List.of(new Reading.Bar(new BigDecimal(millis), 1)));
    }
}
