package dev.primegate.risk;

import dev.primegate.order.Denial;
import dev.primegate.order.Reservation;
import java.util.List;

/** What the checks that need no book say of an order. */
public sealed interface Verdict {
    /**
     * It may be offered to the book, which holds it against the headroom.
     *
     * @param limits those it was held against; the book uses the same
     */
    record Passed(Reservation reservation, Limits limits, List<RiskCheck> checks)
            implements Verdict {}

    record Denied(Denial denial) implements Verdict {}
}
