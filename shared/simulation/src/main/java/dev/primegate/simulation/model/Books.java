package dev.primegate.simulation.model;

/**
 * The ledger and the two jobs that write it.
 *
 * @param heard the facts that a job has acknowledged, whatever it made of them
 */
record Books(Ledger ledger, int heard, Worker feed, Worker reconcile) {
    static Books of(Ledger ledger) {
        return new Books(ledger, 0, Worker.IDLE, Worker.IDLE);
    }

    Worker worker(int index) {
        return index == 0 ? feed : reconcile;
    }

    Books with(Ledger changed) {
        return new Books(changed, heard, feed, reconcile);
    }

    Books with(int index, Worker worker) {
        return new Books(
                ledger, heard, index == 0 ? worker : feed, index == 0 ? reconcile : worker);
    }

    Books acknowledging(Fact fact) {
        return new Books(ledger, heard | fact.bit(), feed, reconcile);
    }
}
