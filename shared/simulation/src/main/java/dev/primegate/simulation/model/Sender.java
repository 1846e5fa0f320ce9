package dev.primegate.simulation.model;

/**
 * One invocation that submits.
 *
 * @param signedAt the time in the bytes that it holds
 * @param retried whether it has sent them twice
 * @param answer what the broker said, once answered; nothing if the wait timed out
 */
record Sender(Phase phase, int attempt, int signedAt, boolean retried, Message.Kind answer) {
    static final Sender START = new Sender(Phase.START, 1, 0, false, Message.Kind.NOTHING);
    static final Sender ENDED = new Sender(Phase.ENDED, 0, 0, false, Message.Kind.NOTHING);

    /** How far it has come. */
    enum Phase {
        START,
        SIGNED,
        ADMITTED,
        WAITING,
        ANSWERED,
        ENDED
    }

    boolean canCrash() {
        return phase != Phase.START && phase != Phase.ENDED;
    }

    boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    Sender signed(int at) {
        return new Sender(Phase.SIGNED, attempt, at, false, Message.Kind.NOTHING);
    }

    Sender admitted(int as, int signed) {
        return new Sender(Phase.ADMITTED, as, signed, false, Message.Kind.NOTHING);
    }

    Sender waiting(boolean again) {
        return new Sender(Phase.WAITING, attempt, signedAt, again, Message.Kind.NOTHING);
    }

    Sender answered(Message.Kind kind) {
        return new Sender(Phase.ANSWERED, attempt, signedAt, retried, kind);
    }
}
