package dev.primegate.recon;

import dev.primegate.comparison.Trades;
import dev.primegate.comparison.WatchedTrades;
import java.io.PrintStream;

/** A line on a terminal that says how far a comparison is, and is gone when it is done. */
final class Progress {
    /** Rows between two lines: often enough for a person, seldom enough to cost nothing. */
    private static final long STEP = 100_000;

    private static final int WIDTH = 30;

    private final PrintStream terminal;
    private final long expected;
    private long rows;

    /**
     * A progress.
     *
     * @param expected about how many rows there are
     */
    Progress(PrintStream terminal, long expected) {
        this.terminal = terminal;
        this.expected = Math.max(1, expected);
    }

    /** The same trades, whose reading is seen. */
    Trades watched(Trades trades) {
        return new WatchedTrades(trades, this::one);
    }

    void end() {
        if (rows >= STEP) {
            terminal.print("\r\033[K");
            terminal.flush();
        }
    }

    private void one() {
        if (++rows % STEP == 0) {
            int done = (int) Math.min(WIDTH, rows * WIDTH / expected);
            terminal.print(
                    "\r[%s%s] %d rows".formatted("=".repeat(done), " ".repeat(WIDTH - done), rows));
            terminal.flush();
        }
    }
}
