package dev.primegate.broker.kit;

import dev.primegate.runtime.Redaction;
import dev.primegate.telemetry.CallOutcome;
import dev.primegate.telemetry.Leg;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import dev.primegate.telemetry.Ticks;
import dev.primegate.telemetry.Trace;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Makes each call to a broker within its deadline, times it, and records it: for the order it is
 * made for, in the metrics, and in the exchange log. None of that delays what came back, or changes
 * more of it than our own secrets, which nobody is to read who reads what a broker said.
 */
@Singleton
class Exchanges implements Deadline {
    private static final Logger LOG = Logger.getLogger(Exchanges.class);

    private final CallDeadline deadline;
    private final Ways ways;
    private final Meters meters;
    private final ExchangeLog log;
    private final Ticks ticks;

    Exchanges(CallDeadline deadline, Ways ways, Meters meters, ExchangeLog log, Ticks ticks) {
        this.deadline = deadline;
        this.ways = ways;
        this.meters = meters;
        this.log = log;
        this.ticks = ticks;
    }

    @Override
    public Answer of(Supplier<Response> call) {
        return deadline.of(call);
    }

    @Override
    public Answer of(Line line, Supplier<Response> call) {
        Trace trace = log.trace();
        Exchange exchange = new Exchange(trace);
        long begun = ticks.nanos();
        Answer answer = withoutSecrets(deadline.of(() -> exchange.during(call)));
        Duration took = Duration.ofNanos(ticks.nanos() - begun);
        try {
            record(line, exchange, answer, took);
        } catch (RuntimeException e) {
            // It must not hide the answer: an order may have been sent.
            LOG.errorf(e, "broker=%s event=exchange-not-recorded", line.broker());
        }
        return answer;
    }

    private void record(Line line, Exchange exchange, Answer answer, Duration took) {
        String broker = line.broker().name();
        Optional<Duration> way = ways.to(line.broker());
        Optional<Leg> leg = Leg.current();
        leg.ifPresent(current -> current.called(new Leg.Call(broker, took, way)));
        CallOutcome outcome = outcome(answer);
        meters.count(Metric.BROKER_CALLS, broker, outcome.name());
        if (outcome.isIntegrationError()) {
            meters.count(Metric.BROKER_ERRORS, broker);
        }
        meters.time(Metric.BROKER_CALL, took, broker);
        log.write(
                new ExchangeLog.Entry(line.broker(), exchange, leg.map(Leg::order), answer, took));
    }

    private static Answer withoutSecrets(Answer answer) {
        return answer instanceof Answer.Whole whole
                ? new Answer.Whole(
                        whole.status(),
                        Redaction.withoutHeld(whole.body()),
                        whole.date(),
                        whole.retryAfter(),
                        whole.retirement().map(Redaction::withoutHeld))
                : answer;
    }

    /** Its place in the table of what counts as an error. */
    static CallOutcome outcome(Answer answer) {
        return switch (answer) {
            case Answer.Whole whole -> CallOutcome.ofStatus(whole.status());
            case Answer.Held _ -> CallOutcome.HELD;
            case Answer.Unsent _ -> CallOutcome.UNSENT;
            case Answer.Broken _ -> CallOutcome.BROKEN;
        };
    }
}
