package dev.primegate.reconcile;

import dev.primegate.alert.Rule;
import dev.primegate.watch.JobRun;
import dev.primegate.watch.JobRuns;
import dev.primegate.watch.Trouble;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks whether the other jobs end in time. */
@Singleton
class MissedRunWatcher implements Watcher {
    private final JobRuns runs;

    MissedRunWatcher(JobRuns runs) {
        this.runs = runs;
    }

    @Override
    public Rule rule() {
        return Rule.MISSED_RUN;
    }

    /** A job that has never run is looked for from now on. */
    @Override
    public List<Trouble> look(Instant now) {
        List<Job.Kind> watched =
                Arrays.stream(Job.Kind.values()).filter(job -> job != Job.Kind.WATCH).toList();
        Map<String, JobRun> known =
                runs.all().stream().collect(Collectors.toMap(JobRun::job, Function.identity()));
        watched.stream()
                .filter(job -> !known.containsKey(job.id()))
                .forEach(job -> runs.expect(job.id(), now));
        return watched.stream()
                .filter(job -> known.containsKey(job.id()))
                .map(job -> new Late(job, Objects.requireNonNull(known.get(job.id()))))
                .filter(late -> late.run().isMissed(late.job().longest(), now))
                .map(Late::trouble)
                .toList();
    }

    /** A job, and how it stands. */
    private record Late(Job.Kind job, JobRun run) {
        Trouble trouble() {
            return Trouble.of(
                    Rule.MISSED_RUN,
                    job.id(),
                    "no run of %s has ended well since %s; one should within %d minutes"
                            .formatted(job.id(), run.lastAt(), job.longest().toMinutes()),
                    Map.of("job", job.id(), "lastAt", run.lastAt().toString()));
        }
    }
}
