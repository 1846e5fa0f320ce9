package dev.primegate.risk;

import java.util.Set;

/** The switch that stops trading, scope by scope. It is kept with the headroom it guards. */
public interface Halts {
    /**
     * Halts {@code scope}. When this returns, no later intent within it commits; an account that is
     * seen for the first time is born halted.
     */
    void halt(HaltScope scope, String by, String reason);

    /** Lifts this scope's own halt and no other. */
    void resume(HaltScope scope, String by, String reason);

    Set<HaltScope> halted();
}
