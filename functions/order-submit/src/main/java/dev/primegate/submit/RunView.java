package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.watch.AskedJob;
import dev.primegate.watch.JobAsk;
import dev.primegate.watch.JobRun;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of books.
 *
 * @param lastEndedAt when one last ended well, or since when one is looked for; absent before
 * @param askedAt since when it is wanted before its time; absent if nobody wants it
 * @param askedBy who wants it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
        String job,
        @Nullable Instant lastEndedAt,
        @Nullable Instant askedAt,
        @Nullable String askedBy) {
    static RunView of(AskedJob job, List<JobRun> runs, List<JobAsk> asks) {
        Optional<JobRun> run = runs.stream().filter(one -> one.job().equals(job.id())).findFirst();
        Optional<JobAsk> ask = asks.stream().filter(one -> one.job() == job).findFirst();
        return new RunView(
                job.id(),
                run.map(JobRun::lastAt).orElse(null),
                ask.map(JobAsk::at).orElse(null),
                ask.map(JobAsk::by).orElse(null));
    }
}
