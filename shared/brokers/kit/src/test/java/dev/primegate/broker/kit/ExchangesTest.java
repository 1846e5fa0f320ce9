package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.RateLimit;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.OrderId;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Redaction;
import dev.primegate.telemetry.CallOutcome;
import dev.primegate.telemetry.LatencySplit;
import dev.primegate.telemetry.Leg;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import dev.primegate.telemetry.Reading;
import dev.primegate.telemetry.Series;
import dev.primegate.telemetry.Traces;
import dev.primegate.testkit.SettableClock;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExchangesTest {
    private static final BrokerId PAPER = new BrokerId("paper");
    private static final OrderId ORDER = new OrderId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final Line LINE = new Line(PAPER, new RateLimit("test", 10, 10), Duration.ZERO);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger knocks = new AtomicInteger();
    private final Meters meters = new Meters();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T15:00:00Z"));
    private final Ways ways = new Ways(List.of(new PaperSite()), this::knock, Runnable::run, clock);
    private final Exchanges exchanges =
            new Exchanges(
                    new CallDeadline(), ways, meters, new ExchangeLog(new Traces()), nanos::get);

    @Test
    @Proves("L1")
    void whatTheCallTookIsSplitAndTheRestIsOurs() {
        Optional<Duration> unknown = ways.to(PAPER);

        Leg.Led<Answer> led =
                Leg.of(
                        ORDER,
                        () -> {
                            pass(7);
                            Answer answer = exchanges.of(LINE, () -> answeredAfter(50));
                            pass(3);
                            return answer;
                        });

        assertThat(unknown).contains(Duration.ofMillis(4));
        assertThat(led.isProbed()).isTrue();
        assertThat(led.split(Duration.ofNanos(nanos.get())))
                .isEqualTo(
                        new LatencySplit(
                                Duration.ofMillis(10),
                                Duration.ofMillis(4),
                                Duration.ofMillis(46)));
    }

    @Test
    void theWayIsMeasuredOnceAMinuteHoweverManyCallsThereAre() {
        var _ = ways.to(PAPER);
        var _ = ways.to(PAPER);
        clock.advance(Duration.ofSeconds(59));
        var _ = ways.to(PAPER);
        assertThat(knocks).hasValue(1);

        clock.advance(Duration.ofSeconds(1));
        var _ = ways.to(PAPER);
        assertThat(knocks).hasValue(2);
    }

    @Test
    @Proves("L5")
    void aBusinessRefusalIsCountedAndIsNoError() {
        var _ = exchanges.of(LINE, () -> Response.status(422).entity("{}").build());
        var _ = exchanges.of(LINE, () -> Response.status(503).entity("{}").build());
        var _ =
                exchanges.of(
                        LINE,
                        () -> {
                            throw refusedConnection();
                        });

        assertThat(meters.drain())
                .contains(
                        count(Metric.BROKER_CALLS, 1, "paper", CallOutcome.REFUSED.name()),
                        count(Metric.BROKER_CALLS, 1, "paper", CallOutcome.SERVER_ERROR.name()),
                        count(Metric.BROKER_CALLS, 1, "paper", CallOutcome.UNSENT.name()),
                        count(Metric.BROKER_ERRORS, 2, "paper"));
    }

    @Test
    @Proves("E4")
    void aBrokerThatRepeatsOurSecretIsNotRepeated() {
        Redaction.conceal("canary-of-exchanges");

        Answer answer =
                exchanges.of(
                        LINE,
                        () ->
                                Response.status(401)
                                        .entity("{\"message\":\"no key canary-of-exchanges\"}")
                                        .build());

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Whole.class,
                        whole ->
                                assertThat(whole.body()).isEqualTo("{\"message\":\"no key ***\"}"));
    }

    @Test
    void whatCannotBeRecordedDoesNotHideTheAnswer() {
        Exchanges failing =
                new Exchanges(
                        new CallDeadline(),
                        new Ways(
                                List.of(new PaperSite()),
                                this::knock,
                                _ -> {
                                    throw new IllegalStateException("no threads left");
                                },
                                clock),
                        meters,
                        new ExchangeLog(new Traces()),
                        nanos::get);

        assertThat(failing.of(LINE, () -> Response.ok("{}").build()))
                .isInstanceOf(Answer.Whole.class);
    }

    private Response answeredAfter(long millis) {
        pass(millis);
        return Response.ok("{}").build();
    }

    private Optional<Duration> knock(URI url) {
        var _ = knocks.incrementAndGet();
        return Optional.of(Duration.ofMillis(8));
    }

    private void pass(long millis) {
        var _ = nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    private static RuntimeException refusedConnection() {
        return new jakarta.ws.rs.ProcessingException(new ConnectException());
    }

    private static Reading count(Metric metric, long count, String... labels) {
        return new Reading.Count(new Series(metric, List.of(labels)), count);
    }

    private record PaperSite() implements Site {
        @Override
        public BrokerId broker() {
            return PAPER;
        }

        @Override
        public String secret() {
            return "primegate/paper/trade";
        }

        @Override
        public List<URI> urls() {
            return List.of(URI.create("wss://feed.invalid"), URI.create("https://paper.invalid"));
        }

        @Override
        public Set<String> productionHosts() {
            return Set.of();
        }
    }
}
