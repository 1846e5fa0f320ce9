package dev.primegate.reconcile;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderReports;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.MetricLines;
import dev.primegate.telemetry.Traces;
import dev.primegate.watch.JobAsk;
import dev.primegate.watch.JobAsks;
import dev.primegate.watch.JobRun;
import dev.primegate.watch.JobRuns;
import dev.primegate.watch.Standing;
import dev.primegate.watch.Trouble;
import dev.primegate.watch.WatchBook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The product's reconcile function, put together by hand. */
public final class ReconcileParts {
    private ReconcileParts() {}

    public static ReconcileHandler over(
            StoreParts store, List<OrderReports> reports, SymbolMaster symbols, Clock clock) {
        Brokers<OrderReports> brokers = new Brokers<>(reports);
        AskBroker ask = new AskBroker(brokers, store.book());
        return new ReconcileHandler(
                new CheckOrders(
                        store.book(),
                        store.query(),
                        new SettleDoubt(ask, store.book(), clock),
                        new FetchMissing(ask, store.book(), store.alerts(), clock),
                        new HeedFeed(store.leases(), clock),
                        store.alerts(),
                        clock),
                new RetryParked(
                        brokers,
                        store.inbox(),
                        store.book(),
                        store.query(),
                        new AdoptOrphans(
                                store.orphans(),
                                store.accounts(),
                                store.book(),
                                store.alerts(),
                                clock),
                        clock),
                new CompareProducts(new Brokers<>(List.of()), symbols, store.alerts(), clock),
                new WatchMargin(
                        new Brokers<>(List.of()),
                        store.margins(),
                        store.halts(),
                        store.alerts(),
                        clock),
                new WatchFeeds(
                        new Brokers<>(List.of()),
                        store.leases(),
                        store.alerts(),
                        new Meters(),
                        clock),
                new NoBooks(),
                new Watch(List.of(), new Unwatched(), clock),
                new AskedRuns(new Unwatched(), clock),
                MetricLines.nowhere(),
                new Unwatched(),
                new Traces(new SplittableRandom(2)),
                clock);
    }

    /** What the simulation does not run. */
    private record NoBooks() implements BookJobs {
        @Override
        public Tally trades(Optional<Slice> slice, Instant deadline) {
            return Tally.NONE;
        }

        @Override
        public Tally positions(Instant deadline) {
            return Tally.NONE;
        }

        @Override
        public Tally drift(Instant deadline) {
            return Tally.NONE;
        }

        @Override
        public Tally chain(Instant deadline) {
            return Tally.NONE;
        }

        @Override
        public Tally rehearsal(Instant deadline) {
            return Tally.NONE;
        }

        @Override
        public Tally reports(Instant deadline) {
            return Tally.NONE;
        }

        @Override
        public void count() {}
    }

    /** The simulation judges the whole history itself, and writes nothing for watchers. */
    private record Unwatched() implements WatchBook, JobRuns, JobAsks {
        @Override
        public List<Standing> standing() {
            return List.of();
        }

        @Override
        public boolean begin(Trouble trouble, Instant now) {
            return false;
        }

        @Override
        public boolean end(Standing standing, Instant now) {
            return false;
        }

        @Override
        public List<JobRun> all() {
            return List.of();
        }

        @Override
        public void expect(String job, Instant now) {}

        @Override
        public void ended(String job, Instant at) {}

        @Override
        public List<JobAsk> open() {
            return List.of();
        }

        @Override
        public void ask(JobAsk ask) {}

        @Override
        public boolean take(JobAsk ask, Instant now, Instant until) {
            return false;
        }

        @Override
        public void answered(JobAsk ask) {}
    }
}
