package dev.primegate.order;

import dev.primegate.money.Quantity;
import java.util.Optional;

/**
 * What is known of an order's life. Every part is a sum of distinct facts, a maximum or a first
 * word, so that the same news in any order of arrival gives the same progress.
 *
 * @param doubt why its fate was once not known
 * @param closing the word that ends it, perhaps before its last fills are here
 */
public record Progress(
        Fills fills,
        Reports reports,
        boolean cancelRequested,
        Optional<String> doubt,
        Optional<Closing> closing) {
    public static final Progress NONE =
            new Progress(Fills.NONE, Reports.NONE, false, Optional.empty(), Optional.empty());

    public Quantity worked() {
        return fills.worked();
    }

    /** Whether the broker has given any sign of the order alive. */
    public boolean isKnownToBroker() {
        return reports.brokerOrderId().isPresent()
                || reports.workingSince().isPresent()
                || !reports.cumQty().isNone()
                || !fills.worked().isNone();
    }

    /** Whether the broker counts fills that are not here. */
    public boolean lacksExecutions() {
        return reports.cumQty().exceeds(worked())
                || closing.filter(word -> !word.isComplete(worked())).isPresent();
    }

    /** Whether we ended the order for want of any sign of it. */
    boolean isDenied() {
        return closing.filter(word -> word.status().deniesTheOrderLived()).isPresent();
    }

    Progress with(Fills more) {
        return new Progress(more, reports, cancelRequested, doubt, closing);
    }

    Progress with(Reports more) {
        return new Progress(fills, more, cancelRequested, doubt, closing);
    }

    Progress withCancelRequested(boolean requested) {
        return new Progress(fills, reports, requested, doubt, closing);
    }

    Progress withDoubt(String why) {
        return new Progress(
                fills, reports, cancelRequested, doubt.or(() -> Optional.of(why)), closing);
    }

    Progress withClosing(Optional<Closing> word) {
        return new Progress(fills, reports, cancelRequested, doubt, word);
    }
}
