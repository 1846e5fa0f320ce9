package dev.primegate.simulation.model;

/**
 * An invocation that sends, and may send elsewhere what provably did not leave.
 *
 * @param attempt which attempt it is at
 * @param signedAt the time in the bytes that it holds
 * @param answer what the broker said, once answered; nothing if the wait timed out
 */
record Router(Phase phase, int attempt, int signedAt, Message.Kind answer) {
    /** It has signed for the first broker, and the clock starts. */
    static final Router OWNER = new Router(Phase.SIGNED, 1, 0, Message.Kind.NOTHING);

    static final Router REPEAT = new Router(Phase.REPEATING, 1, 0, Message.Kind.NOTHING);
    static final Router ENDED = new Router(Phase.ENDED, 0, 0, Message.Kind.NOTHING);

    /** How far it has come. */
    enum Phase {
        REPEATING,
        SIGNED,
        ADMITTED,
        /** Nothing of this attempt left: no connection came to be. */
        UNSENT,
        /** It holds bytes for the second broker that no record knows yet. */
        SIGNED_AGAIN,
        WAITING,
        ANSWERED,
        ENDED
    }

    boolean canCrash() {
        return phase != Phase.REPEATING && phase != Phase.ENDED;
    }

    Router at(Phase changed) {
        return new Router(changed, attempt, signedAt, answer);
    }

    Router signedAgain(int at) {
        return new Router(Phase.SIGNED_AGAIN, 2, at, Message.Kind.NOTHING);
    }

    Router answered(Message.Kind kind) {
        return new Router(Phase.ANSWERED, attempt, signedAt, kind);
    }
}
