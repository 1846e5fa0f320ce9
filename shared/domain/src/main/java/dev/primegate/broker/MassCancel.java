package dev.primegate.broker;

import dev.primegate.instrument.Symbol;
import java.util.Optional;

/** Ends every order at a broker in one call, those that others placed in our account included. */
public interface MassCancel extends BrokerRole {
    /** Asks for the end of all open orders, or of all in {@code symbol}; may be asked again. */
    CancelOutcome cancelAll(Optional<Symbol> symbol);
}
