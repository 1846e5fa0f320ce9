package dev.primegate.watch;

import java.time.Instant;
import java.util.List;

/**
 * What is wanted before its time. Who asks may start nothing; who runs jobs looks here each minute.
 */
public interface JobAsks {
    /** What no run has answered yet, one at most of each job. */
    List<JobAsk> open();

    /** Writes it down; the latest word of each job stays. */
    void ask(JobAsk ask);

    /** Takes it on until some time; false if somebody has, or if it is open no longer. */
    boolean take(JobAsk ask, Instant now, Instant until);

    /** A run that began after it has ended well; one that was asked for since stays open. */
    void answered(JobAsk ask);
}
