package dev.primegate.submit;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Admission;
import dev.primegate.submit.DraftOrder.Draft;
import java.time.Instant;
import java.util.Set;

/**
 * Another way for an order that provably never left. An order of which a byte may have left never
 * comes here.
 */
@FunctionalInterface
interface Detour {
    /**
     * Looks for a way around the brokers that were tried.
     *
     * @param unsent as it was admitted for the last of them
     * @param tried each that it could not reach, and why it could not reach the last
     * @param stop when this invocation is stopped: what could be written and not gone to its end by
     *     then is not written
     */
    Way find(Admission.Admitted unsent, Draft.Ready draft, Tried tried, Instant stop);

    /** Brokers an order could not reach, and why it could not reach the last of them. */
    record Tried(Set<BrokerId> brokers, String why) {}

    /** What came of the search. */
    sealed interface Way {
        /** Written down: it may be sent there, once. */
        record Found(Admission.Admitted admitted, Draft.Ready draft) implements Way {}

        /** Nothing may be sent any more. */
        record None(String why) implements Way {}
    }
}
