package dev.primegate.simulation.model;

/**
 * A working order, of which the broker may annul the first execution.
 *
 * @param told the facts that the broker has created
 */
record BustState(Books books, Market market, int told) {
    static final BustState START =
            new BustState(
                    Books.of(Ledger.ADMITTED.with(Status.WORKING)),
                    new Market(Market.Phase.WORKING, 0),
                    0);

    Ledger ledger() {
        return books.ledger();
    }

    BustState with(Books changed) {
        return new BustState(changed, market, told);
    }

    BustState with(Market changed, Fact fact) {
        return new BustState(books, changed, told | fact.bit());
    }

    boolean isTold(Fact fact) {
        return fact.isIn(told);
    }

    boolean isHeard(Fact fact) {
        return fact.isIn(books.heard());
    }
}
