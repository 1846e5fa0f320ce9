package dev.primegate.watch;

import java.util.Locale;

/** The jobs that a person may want before their time. */
public enum AskedJob {
    TRADES,
    POSITIONS,
    DRIFT,
    CHAIN,
    REHEARSAL,
    REPORTS;

    /** As {@link JobRun} has it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
