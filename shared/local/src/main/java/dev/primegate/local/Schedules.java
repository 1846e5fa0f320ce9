package dev.primegate.local;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.primegate.embedded.TableStream;
import dev.primegate.ingest.RunFeeds;
import dev.primegate.reconcile.Job;
import dev.primegate.reconcile.ReconcileHandler;
import dev.primegate.reconcile.Tally;
import dev.primegate.router.AlertHandler;
import dev.primegate.router.MinuteRound;
import dev.primegate.submit.MinuteRun;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
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

    /** The books of a demo are small, and asked for more often than in AWS. */
    private static final Duration BOOKS = Duration.ofSeconds(15);

    /** It reads the latest orders of each account. */
    private static final Duration WATCH = Duration.ofSeconds(10);

    private final RunFeeds feeds;
    private final ReconcileHandler reconcile;
    private final MinuteRun minute;
    private final AlertHandler alerts;
    private final MinuteRound alertMinute;
    private final Clock clock;
    private final ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final Object books = new Object();
    private final CountDownLatch stopping = new CountDownLatch(1);

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
        run(readers, "feeds", () -> feeds.run(clock.instant().plus(Duration.ofMinutes(14))));
        run(jobs, "alerts", () -> deliver(stream.next()));
        run(
                jobs,
                "reconcile",
                () -> {
                    var _ =
                            reconcile.run(
                                    Job.Kind.ORDERS, clock.instant().plus(Duration.ofMinutes(1)));
                    rest(MINUTE);
                });
        run(jobs, "reconcile-books", () -> compare(BOOKS));
        run(
                jobs,
                "reconcile-watch",
                () -> {
                    var _ =
                            reconcile.run(
                                    Job.Kind.WATCH, clock.instant().plus(Duration.ofMinutes(1)));
                    rest(WATCH);
                });
        run(
                jobs,
                "alert-router-minute",
                () -> {
                    alertMinute.run(clock.instant().plus(Duration.ofMinutes(1)));
                    rest(MINUTE);
                });
        run(
                jobs,
                "order-submit-minute",
                () -> {
                    minute.run(clock.instant().plus(Duration.ofMinutes(1)));
                    rest(MINUTE);
                });
    }

    /** Compares trades now, and not while the schedule compares books. */
    Tally trades() {
        return compare(Job.Kind.TRADES);
    }

    /** One after the other, as the function does it. */
    private void compare(Duration pause) throws InterruptedException {
        for (Job.Kind job :
                List.of(Job.Kind.DRIFT, Job.Kind.TRADES, Job.Kind.POSITIONS, Job.Kind.REPORTS)) {
            var _ = compare(job);
        }
        rest(pause);
    }

    private Tally compare(Job.Kind job) {
        synchronized (books) {
            return reconcile.run(job, clock.instant().plus(Duration.ofMinutes(1)));
        }
    }

    /** Returns when what was under way has ended, so that its table may go. */
    void stop() throws InterruptedException {
        stopping.countDown();
        // A job ends its work; a reader would go on for minutes.
        jobs.shutdown();
        var _ = readers.shutdownNow();
        if (!jobs.awaitTermination(10, TimeUnit.SECONDS)
                || !readers.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.error("event=schedules-do-not-stop");
        }
    }

    /** As the stream mapping does: what was not told is brought again before anything newer. */
    private void deliver(DynamodbEvent event) throws InterruptedException {
        List<DynamodbStreamRecord> left = event.getRecords();
        while (!left.isEmpty() && !isStopping()) {
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
            rest(left.isEmpty() ? Duration.ZERO : Duration.ofSeconds(1));
        }
        rest(Duration.ofMillis(200));
    }

    /** Again and again; what fails is logged and tried again. */
    private void run(ExecutorService threads, String name, Work work) {
        var _ =
                threads.submit(() -> {
                    while (!isStopping()) {
                        try {
                            work.run();
                        } catch (RuntimeException e) {
                            LOG.errorf(e, "schedule=%s event=failed", name);
                            rest(Duration.ofSeconds(1));
                        }
                    }
                    return null;
                });
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void rest(Duration time) throws InterruptedException {
        var _ = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something that runs for a while. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
