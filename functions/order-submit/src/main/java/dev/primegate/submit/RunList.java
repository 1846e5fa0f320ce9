package dev.primegate.submit;

import dev.primegate.watch.AskedJob;
import dev.primegate.watch.JobAsk;
import dev.primegate.watch.JobRun;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.List;

/** The comparisons of books that may be asked for. */
@RegisterForReflection
public record RunList(List<RunView> runs) {
    static RunList of(List<JobRun> runs, List<JobAsk> asks) {
        return new RunList(
                Arrays.stream(AskedJob.values()).map(job -> RunView.of(job, runs, asks)).toList());
    }
}
