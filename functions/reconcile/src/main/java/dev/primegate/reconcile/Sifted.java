package dev.primegate.reconcile;

import dev.primegate.comparison.Residue;
import dev.primegate.comparison.TradeReport;
import java.time.Instant;
import java.util.List;

/**
 * What one part of an account's day left, on its way to where all are gathered.
 *
 * @param version of both books, whole: every part of one run has seen the same; empty if the broker
 *     had no book
 * @param digest of the rows of both that are in the part
 * @param asOf how new those are
 */
record Sifted(String version, String digest, Instant asOf, Residue left) {
    /** A part of a day of which the broker had no book. */
    static final Sifted NOTHING =
            new Sifted(
                    "",
                    "",
                    Instant.EPOCH,
                    new Residue(new TradeReport(0, 0, 0, 0), List.of(), List.of()));

    boolean hasBooks() {
        return !version.isEmpty();
    }

    /** How many rows of both books it is. */
    int rows() {
        return left.ours().size() + left.brokers().size();
    }
}
