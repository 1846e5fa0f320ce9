package dev.primegate.testkit;

import dev.primegate.watch.JobRun;
import dev.primegate.watch.JobRuns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** When jobs ended, in memory. */
public final class MemoryJobRuns implements JobRuns {
    private final Map<String, JobRun> runs = new ConcurrentSkipListMap<>();

    @Override
    public List<JobRun> all() {
        return List.copyOf(runs.values());
    }

    @Override
    public void expect(String job, Instant now) {
        runs.putIfAbsent(job, new JobRun(job, now));
    }

    @Override
    public void ended(String job, Instant at) {
        var _ =
                runs.merge(
                        job,
                        new JobRun(job, at),
                        (old, next) -> next.lastAt().isAfter(old.lastAt()) ? next : old);
    }
}
