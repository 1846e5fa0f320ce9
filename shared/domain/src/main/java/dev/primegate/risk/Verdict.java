package dev.primegate.risk;

import dev.primegate.order.Denial;
import dev.primegate.order.Expectation;
import dev.primegate.order.Reservation;
import java.util.List;
import java.util.Optional;

/** What the checks that need no book say of an order. */
public sealed interface Verdict {
    /**
     * It may be offered to the book, which holds it against the headroom.
     *
     * @param expectation where it should fill, if it has no limit
     * @param limits those it was held against; the book uses the same
     */
    record Passed(
            Reservation reservation,
            Limits limits,
            List<RiskCheck> checks,
            Optional<Expectation> expectation)
            implements Verdict {}

    record Denied(Denial denial) implements Verdict {}
}
