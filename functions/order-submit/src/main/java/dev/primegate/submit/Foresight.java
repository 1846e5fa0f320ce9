package dev.primegate.submit;

import dev.primegate.instrument.Instrument;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import java.util.Optional;

/** Says beforehand how an order would end. */
interface Foresight {
    /** Why the order should not be sent, if anything is known against it. */
    Optional<Denial> denial(NewOrder order, Instrument instrument);
}
