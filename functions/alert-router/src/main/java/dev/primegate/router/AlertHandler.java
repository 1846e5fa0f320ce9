package dev.primegate.router;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.alert.Alert;
import dev.primegate.messaging.HandOver;
import dev.primegate.runtime.TimeLeft;
import dev.primegate.telemetry.MetricLines;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;

/**
 * Where everything that may be an alert enters: the table's stream, alarms of CloudWatch (that of a
 * queue of dead letters among them, so that the letters stay for who mends the cause), and each
 * minute and each week the clock. Each alert goes through the channel: those of one trouble in
 * their order, so that its end cannot overtake its beginning, and others beside them. What is not
 * acknowledged is named in the answer and comes again.
 */
@Singleton
@Named("alert-router")
public class AlertHandler implements RequestHandler<JsonNode, StreamsEventResponse> {
    private static final Logger LOG = Logger.getLogger(AlertHandler.class);

    /** Time enough to answer before the function is stopped. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final HandOver channel;
    private final MinuteRound minute;
    private final WeekRound week;
    private final MetricLines lines;
    private final Clock clock;

    AlertHandler(
            @Connector(HandOver.NAME) HandOver channel,
            MinuteRound minute,
            WeekRound week,
            MetricLines lines,
            Clock clock) {
        this.channel = channel;
        this.minute = minute;
        this.week = week;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public StreamsEventResponse handleRequest(JsonNode event, Context context) {
        try {
            return handle(event, TimeLeft.of(context.getRemainingTimeInMillis(), MARGIN));
        } finally {
            lines.write();
        }
    }

    private StreamsEventResponse handle(JsonNode event, Duration left) {
        return switch (event.path("job").asText()) {
            case "minute" -> {
                minute.run(clock.instant().plus(left));
                yield new StreamsEventResponse(List.of());
            }
            case "week" -> {
                week.run();
                yield new StreamsEventResponse(List.of());
            }
            default -> answer(event, route(Incoming.read(event, clock.instant()), left));
        };
    }

    /** Only the stream reads the answer; who else sent an event sends it again if this throws. */
    static StreamsEventResponse answer(JsonNode event, StreamsEventResponse answer) {
        if (!event.path("Records").isArray() && !answer.getBatchItemFailures().isEmpty()) {
            throw new IllegalStateException("an event could not be taken and must come again");
        }
        return answer;
    }

    /**
     * Routes the new alerts in {@code event}.
     *
     * @return the records that must come again
     */
    public StreamsEventResponse route(DynamodbEvent event, Duration within) {
        return route(Incoming.read(event, clock.instant()), within);
    }

    private StreamsEventResponse route(List<Incoming> arrivals, Duration within) {
        Map<String, CompletableFuture<Void>> pending = new LinkedHashMap<>();
        Map<String, CompletableFuture<Void>> ofTrouble = new HashMap<>();
        for (Incoming arrival : arrivals) {
            Alert alert = arrival.alert();
            CompletableFuture<Void> told =
                    ofTrouble
                            .getOrDefault(alert.dedupKey(), CompletableFuture.completedFuture(null))
                            .thenCompose(_ -> channel.offer(AlertChannel.NAME, alert));
            ofTrouble.put(alert.dedupKey(), told);
            pending.put(arrival.id(), told);
        }
        await(pending, within);
        List<BatchItemFailure> failures = new ArrayList<>();
        pending.forEach((id, done) -> {
            if (!done.isDone() || done.isCompletedExceptionally()) {
                failures.add(new BatchItemFailure(id));
            }
        });
        LOG.infof("event=routed alerts=%d again=%d", pending.size(), failures.size());
        return new StreamsEventResponse(failures);
    }

    private static void await(Map<String, CompletableFuture<Void>> pending, Duration within) {
        try {
            CompletableFuture.allOf(pending.values().toArray(CompletableFuture[]::new))
                    .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            LOG.warnf("event=not-all-taken why=%s", e.getCause());
        }
    }
}
