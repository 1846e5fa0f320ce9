package dev.primegate.book;

import dev.primegate.ledger.Orphan;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.Prior;
import dev.primegate.risk.Reference;
import java.util.List;
import java.util.Optional;

/**
 * What a store held when news of an order came, beside the order itself.
 *
 * @param historyHash of the last entry of the order's history
 * @param prior what is booked under the execution id that the news names
 * @param references the latest prices of the instrument, to judge an execution by
 * @param orphan the execution of the news, if it was booked without an order
 * @param traceId of the request or run that brings the news, if it has one
 */
public record Found(
        String historyHash,
        Prior prior,
        List<Reference> references,
        Optional<Orphan> orphan,
        Optional<String> traceId) {
    /** An orphan's bust counts for its order too. */
    public Found {
        references = List.copyOf(references);
        boolean busted = prior.busted() || orphan.filter(Orphan::busted).isPresent();
        prior = new Prior(prior.booked(), busted);
    }

    /** Nothing but the history. */
    public static Found of(String historyHash, Optional<String> traceId) {
        return new Found(historyHash, Prior.NONE, List.of(), Optional.empty(), traceId);
    }

    /** Why {@code event} cannot be, given the orphan; empty if it can. */
    public Optional<String> contradiction(OrderEvent event) {
        return orphan.filter(_ -> event instanceof OrderEvent.Executed)
                .filter(o ->
                        !o.execution().isSameTradeAs(((OrderEvent.Executed) event).execution()))
                .map(o -> "execution %s was told otherwise".formatted(o.execId()));
    }

    /** The same, and the execution of the news is {@code found}. */
    public Found with(Orphan found) {
        return new Found(historyHash, prior, references, Optional.of(found), traceId);
    }
}
