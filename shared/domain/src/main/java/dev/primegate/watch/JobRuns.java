package dev.primegate.watch;

import java.time.Instant;
import java.util.List;

/** When each job that a schedule starts last ended well. */
public interface JobRuns {
    /** The jobs that have ended, or were looked for. */
    List<JobRun> all();

    /** Notes that {@code job} is looked for from now on; the first word stays. */
    void expect(String job, Instant now);

    /** Notes that {@code job} ended well; never moves back. */
    void ended(String job, Instant at);
}
