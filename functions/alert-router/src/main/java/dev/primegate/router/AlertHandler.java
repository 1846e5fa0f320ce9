package dev.primegate.router;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.primegate.alert.Alert;
import dev.primegate.messaging.HandOver;
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
 * Where the table's stream enters. Each new alert goes through the channel: those of one trouble in
 * their order, so that its end cannot overtake its beginning, and others beside them. What is not
 * acknowledged is named in the answer, with what came after it of that trouble; the stream brings
 * them again.
 */
@Singleton
@Named("alert-router")
public class AlertHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private static final Logger LOG = Logger.getLogger(AlertHandler.class);

    /** Time enough to answer before the function is stopped. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final HandOver channel;
    private final Clock clock;

    AlertHandler(@Connector(HandOver.NAME) HandOver channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        return route(event, left);
    }

    /**
     * Routes the new alerts in {@code event}.
     *
     * @return the records that must come again
     */
    public StreamsEventResponse route(DynamodbEvent event, Duration within) {
        Map<String, CompletableFuture<Void>> pending = new LinkedHashMap<>();
        Map<String, CompletableFuture<Void>> ofTrouble = new HashMap<>();
        for (DynamodbStreamRecord record : event.getRecords()) {
            if (AlertRecord.isNewAlert(record)) {
                Alert alert = AlertRecord.read(record, clock.instant());
                CompletableFuture<Void> told =
                        ofTrouble
                                .getOrDefault(
                                        alert.dedupKey(), CompletableFuture.completedFuture(null))
                                .thenCompose(_ -> channel.offer(AlertChannel.NAME, alert));
                ofTrouble.put(alert.dedupKey(), told);
                pending.put(record.getDynamodb().getSequenceNumber(), told);
            }
        }
        await(pending, within);
        List<BatchItemFailure> failures = new ArrayList<>();
        pending.forEach((sequenceNumber, done) -> {
            if (!done.isDone() || done.isCompletedExceptionally()) {
                failures.add(new BatchItemFailure(sequenceNumber));
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
            LOG.warnf("event=not-all-told why=%s", e.getCause());
        }
    }
}
