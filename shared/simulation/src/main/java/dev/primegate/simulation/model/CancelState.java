package dev.primegate.simulation.model;

/**
 * An order whose bytes are on the wire, and somebody who may want it cancelled.
 *
 * @param windowIsOpen whether the broker still accepts its bytes
 * @param isAsked whether the OMS was told that it will be cancelled
 * @param isWished whether the record says so
 * @param isSent whether a cancel is on the wire
 */
record CancelState(
        Books books,
        Market market,
        boolean windowIsOpen,
        boolean isAsked,
        boolean isWished,
        boolean isSent) {

    static final CancelState START =
            new CancelState(
                    Books.of(Ledger.ADMITTED),
                    new Market(Market.Phase.ON_WIRE, 0),
                    true,
                    false,
                    false,
                    false);

    Status status() {
        return books.ledger().status();
    }

    CancelState with(Books changed) {
        return new CancelState(changed, market, windowIsOpen, isAsked, isWished, isSent);
    }

    CancelState with(Ledger changed) {
        return with(books.with(changed));
    }

    CancelState with(Market changed) {
        return new CancelState(books, changed, windowIsOpen, isAsked, isWished, isSent);
    }

    /** After the window: what is still on the wire will be refused. */
    CancelState fenced() {
        Market judged =
                market.phase() == Market.Phase.ON_WIRE
                        ? market.at(Market.Phase.NEVER_CAME)
                        : market;
        return new CancelState(books, judged, false, isAsked, isWished, isSent);
    }

    CancelState asked(boolean wished) {
        return new CancelState(books, market, windowIsOpen, true, wished, isSent);
    }

    CancelState sending(boolean sent) {
        return new CancelState(books, market, windowIsOpen, isAsked, isWished, sent);
    }
}
