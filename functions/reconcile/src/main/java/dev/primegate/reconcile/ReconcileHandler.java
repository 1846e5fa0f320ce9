package dev.primegate.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.primegate.runtime.TimeLeft;
import dev.primegate.telemetry.MetricLines;
import dev.primegate.telemetry.Traces;
import dev.primegate.watch.JobRuns;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where the schedules enter. A run ends before its function does; the next goes on. */
@Singleton
@Named("reconcile")
public class ReconcileHandler implements RequestHandler<Job, Tally> {
    private static final Logger LOG = Logger.getLogger(ReconcileHandler.class);

    /** Long enough for the question under way to time out. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final CheckOrders orders;
    private final RetryParked parked;
    private final CompareProducts products;
    private final WatchMargin margin;
    private final WatchFeeds feeds;
    private final BookJobs books;
    private final Watch watch;
    private final AskedRuns asked;
    private final MetricLines lines;
    private final JobRuns runs;
    private final Traces traces;
    private final Clock clock;

    ReconcileHandler(
            CheckOrders orders,
            RetryParked parked,
            CompareProducts products,
            WatchMargin margin,
            WatchFeeds feeds,
            BookJobs books,
            Watch watch,
            AskedRuns asked,
            MetricLines lines,
            JobRuns runs,
            Traces traces,
            Clock clock) {
        this.orders = orders;
        this.parked = parked;
        this.products = products;
        this.margin = margin;
        this.feeds = feeds;
        this.books = books;
        this.watch = watch;
        this.asked = asked;
        this.lines = lines;
        this.runs = runs;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public Tally handleRequest(Job job, Context context) {
        Duration left = TimeLeft.of(context.getRemainingTimeInMillis(), MARGIN);
        try {
            return run(job, clock.instant().plus(left));
        } finally {
            lines.write();
        }
    }

    Tally run(Job job, Instant deadline) {
        if (job.sliced()) {
            runs.ended(job.job().id(), clock.instant());
            return Tally.NONE;
        }
        return job.slice()
                .map(slice -> traces.within(Traces.current(), () -> run(slice, deadline)))
                .orElseGet(() -> run(job.job(), deadline));
    }

    /** A slice that was cut is done again, and the whole has not ended. */
    private Tally run(Slice slice, Instant deadline) {
        Tally tally = books.trades(Optional.of(slice), deadline);
        LOG.infof("job=trades slice=%s %s", slice, tally);
        if (!clock.instant().isBefore(deadline)) {
            throw new IllegalStateException("slice %s came to its deadline".formatted(slice));
        }
        return tally;
    }

    /**
     * Does {@code job}; begins nothing new after {@code deadline}. One that ended well is noted;
     * one that threw, or that came to its deadline and may have left some undone, is missed when
     * its time comes. With the watch, which is each minute, comes what somebody asked for.
     */
    public Tally run(Job.Kind job, Instant deadline) {
        Tally tally = traces.within(Traces.current(), () -> done(job, deadline));
        return job == Job.Kind.WATCH
                ? tally.plus(asked.run(deadline, wanted -> run(wanted, deadline)))
                : tally;
    }

    private Tally done(Job.Kind job, Instant deadline) {
        Tally tally =
                switch (job) {
                    // Margin first: a call must not wait for a backlog of orders.
                    case ORDERS -> {
                        Tally margins = margin.watch();
                        feeds.watch();
                        yield margins.plus(orders.check(deadline)).plus(parked.retry());
                    }
                    case PRODUCTS -> products.compare();
                    case TRADES -> books.trades(Optional.empty(), deadline);
                    case POSITIONS -> books.positions(deadline);
                    case DRIFT -> books.drift(deadline);
                    case WATCH -> {
                        Tally seen = watch.watch();
                        books.count();
                        yield seen;
                    }
                    case CHAIN -> books.chain(deadline);
                    case REHEARSAL -> books.rehearsal(deadline);
                    case REPORTS -> books.reports(deadline);
                };
        Instant now = clock.instant();
        if (now.isBefore(deadline)) {
            runs.ended(job.id(), now);
        } else {
            LOG.warnf("job=%s event=run-cut deadline=%s", job, deadline);
        }
        LOG.infof("job=%s %s", job, tally);
        return tally;
    }
}
