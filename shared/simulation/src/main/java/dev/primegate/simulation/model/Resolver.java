package dev.primegate.simulation.model;

/**
 * The job that settles doubt.
 *
 * @param attempt which attempt it asks about
 * @param found whether the broker showed the order
 * @param askedAt when it asked, by the clock it judges by
 */
record Resolver(Phase phase, int attempt, boolean found, int askedAt) {
    static final Resolver IDLE = new Resolver(Phase.IDLE, 0, false, 0);

    /** How far it has come. */
    enum Phase {
        IDLE,
        CLAIMED,
        ANSWERED
    }

    static Resolver claiming(int attempt) {
        return new Resolver(Phase.CLAIMED, attempt, false, 0);
    }

    Resolver answered(boolean shown, int at) {
        return new Resolver(Phase.ANSWERED, attempt, shown, at);
    }
}
