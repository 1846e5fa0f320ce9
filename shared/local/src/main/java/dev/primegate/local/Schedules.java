package dev.primegate.local;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.primegate.embedded.TableStream;
import dev.primegate.ingest.RunFeeds;
import dev.primegate.reconcile.Job;
import dev.primegate.reconcile.ReconcileHandler;
import dev.primegate.router.AlertHandler;
import dev.primegate.router.MinuteRound;
import dev.primegate.submit.MinuteRun;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What EventBridge and the stream mapping do in AWS: runs the functions that nobody calls. */
@Singleton
class Schedules {
    private static final Logger LOG = Logger.getLogger(Schedules.class);

    /** A minute in AWS; nobody watches a demo for a minute. */
    private static final Duration MINUTE = Duration.ofSeconds(1);

    private final RunFeeds feeds;
    private final ReconcileHandler reconcile;
    private final MinuteRun minute;
    private final AlertHandler alerts;
    private final MinuteRound alertMinute;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    Schedules(
            RunFeeds feeds,
            ReconcileHandler reconcile,
            MinuteRun minute,
            AlertHandler alerts,
            MinuteRound alertMinute,
            Clock clock) {
        this.feeds = feeds;
        this.reconcile = reconcile;
        this.minute = minute;
        this.alerts = alerts;
        this.alertMinute = alertMinute;
        this.clock = clock;
    }

    void start(TableStream stream) {
        run("feeds", () -> feeds.run(clock.instant().plus(Duration.ofMinutes(14))));
        run("alerts", () -> deliver(stream.next()));
        run(
                "reconcile",
                () -> {
                    var _ =
                            reconcile.run(
                                    Job.Kind.ORDERS, clock.instant().plus(Duration.ofMinutes(1)));
                    TimeUnit.MILLISECONDS.sleep(MINUTE.toMillis());
                });
        run(
                "alert-router-minute",
                () -> {
                    alertMinute.run(clock.instant().plus(Duration.ofMinutes(1)));
                    TimeUnit.MILLISECONDS.sleep(MINUTE.toMillis());
                });
        run(
                "order-submit-minute",
                () -> {
                    minute.run(clock.instant().plus(Duration.ofMinutes(1)));
                    TimeUnit.MILLISECONDS.sleep(MINUTE.toMillis());
                });
    }

    /** Returns when what was under way has ended, so that its table may go. */
    void stop() throws InterruptedException {
        stopping = true;
        var _ = threads.shutdownNow();
        if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.error("event=schedules-do-not-stop");
        }
    }

    /** As the stream mapping does: what was not told is brought again before anything newer. */
    private void deliver(DynamodbEvent event) throws InterruptedException {
        List<DynamodbStreamRecord> left = event.getRecords();
        while (!left.isEmpty()) {
            DynamodbEvent again = new DynamodbEvent();
            again.setRecords(left);
            Set<String> failed =
                    alerts.route(again, Duration.ofMinutes(1)).getBatchItemFailures().stream()
                            .map(failure -> failure.getItemIdentifier())
                            .collect(Collectors.toSet());
            left =
                    left.stream()
                            .filter(r -> failed.contains(r.getDynamodb().getSequenceNumber()))
                            .toList();
            TimeUnit.MILLISECONDS.sleep(left.isEmpty() ? 0 : 1_000);
        }
        TimeUnit.MILLISECONDS.sleep(200);
    }

    /** Again and again; what fails is logged and tried again. */
    private void run(String name, Work work) {
        var _ =
                threads.submit(() -> {
                    while (!stopping) {
                        try {
                            work.run();
                        } catch (InterruptedException _) {
                            return;
                        } catch (RuntimeException e) {
                            if (!stopping) {
                                LOG.errorf(e, "schedule=%s event=failed", name);
                                pause();
                            }
                        }
                    }
                });
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that runs for a while. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
