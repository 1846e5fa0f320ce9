package dev.primegate.simulator.wire;

import dev.primegate.money.Decimal10;
import java.util.Optional;

/** How the simulated broker says our margin stands; in order at first. */
public final class Margin {
    private Trouble trouble = Trouble.NONE;
    private Decimal10 missing = Decimal10.ZERO;
    private int calls;

    /** What is wrong with it. */
    public enum Trouble {
        NONE,
        /** Too little of it, and nobody called yet. */
        DEFICIT,
        STANDARD,
        DEBIT,
        URGENT,
        /** A call that was not met in time. */
        AGED,
        LIQUIDATION;

        private boolean isCall() {
            return this != NONE && this != DEFICIT;
        }
    }

    /** What is open: a trouble, so much missing, and a call of its own unless there is none. */
    public record State(Trouble trouble, Decimal10 missing, Optional<String> call) {}

    /** From now on it stands so; what is a call is another one than before. */
    public synchronized void set(Trouble next, Decimal10 amount) {
        trouble = next;
        missing = amount;
        calls += next.isCall() ? 1 : 0;
    }

    public synchronized State state() {
        return new State(
                trouble,
                missing,
                trouble.isCall() ? Optional.of("margin-call-" + calls) : Optional.empty());
    }
}
