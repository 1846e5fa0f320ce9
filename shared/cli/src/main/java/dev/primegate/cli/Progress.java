package dev.primegate.cli;

import java.time.Duration;
import java.time.Instant;

/** How far something is, in a line of a terminal; nothing elsewhere, or if it is soon over. */
final class Progress implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Surroundings here;
    private final String what;
    private final Instant begun;
    private boolean isShown;

    Progress(Surroundings here, String what) {
        this.here = here;
        this.what = what;
        this.begun = here.clock().instant();
    }

    void show(int done, int total) {
        if (here.isTerminal()
                && Duration.between(begun, here.clock().instant()).compareTo(SOON) >= 0) {
            isShown = true;
            here.err().printf("\r\033[K%s: %d of %d", what, done, total);
            here.err().flush();
        }
    }

    @Override
    public void close() {
        if (isShown) {
            here.err().print("\r\033[K");
            here.err().flush();
        }
    }
}
