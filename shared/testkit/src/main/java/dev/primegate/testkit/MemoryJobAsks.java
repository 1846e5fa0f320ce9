package dev.primegate.testkit;

import dev.primegate.watch.AskedJob;
import dev.primegate.watch.JobAsk;
import dev.primegate.watch.JobAsks;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is wanted before its time, in memory. */
public final class MemoryJobAsks implements JobAsks {
    private final Map<AskedJob, Taken> asks = new EnumMap<>(AskedJob.class);

    @Override
    public synchronized List<JobAsk> open() {
        return asks.values().stream().map(Taken::ask).toList();
    }

    @Override
    public synchronized void ask(JobAsk ask) {
        Taken old = asks.get(ask.job());
        if (old == null || old.ask().at().isBefore(ask.at())) {
            asks.put(ask.job(), new Taken(ask, Instant.MIN));
        }
    }

    @Override
    public synchronized boolean take(JobAsk ask, Instant now, Instant until) {
        Taken found = asks.get(ask.job());
        if (found == null || !found.ask().at().equals(ask.at()) || found.until().isAfter(now)) {
            return false;
        }
        asks.put(ask.job(), new Taken(ask, until));
        return true;
    }

    @Override
    public synchronized void answered(JobAsk ask) {
        Taken found = asks.get(ask.job());
        if (found != null && found.ask().at().equals(ask.at())) {
            asks.remove(ask.job());
        }
    }

    private record Taken(JobAsk ask, Instant until) {}
}
