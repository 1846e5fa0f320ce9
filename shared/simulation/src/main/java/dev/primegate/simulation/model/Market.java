package dev.primegate.simulation.model;

/** Where the order is at the broker, and how much of it was executed there. */
record Market(Phase phase, int filled) {
    /** How far it has come. */
    enum Phase {
        ON_WIRE,
        WORKING,
        ENDED,
        NEVER_CAME
    }

    Market at(Phase changed) {
        return new Market(changed, filled);
    }

    /** One unit executed; the last one ends it. */
    Market trading() {
        return new Market(filled + 1 == Ledger.QUANTITY ? Phase.ENDED : Phase.WORKING, filled + 1);
    }

    boolean hasIt() {
        return phase == Phase.WORKING || phase == Phase.ENDED;
    }

    /** What it has made and may yet make. */
    int exposure() {
        return switch (phase) {
            case ON_WIRE, WORKING -> Ledger.QUANTITY;
            case ENDED, NEVER_CAME -> filled;
        };
    }
}
