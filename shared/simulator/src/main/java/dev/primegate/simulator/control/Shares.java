package dev.primegate.simulator.control;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.wire.RefusedException;

/** Shares of one, written as decimal strings. */
final class Shares {
    private Shares() {}

    static Decimal10 read(String name, String text) {
        try {
            Decimal10 share = Decimal10.of(text);
            if (share.signum() >= 0 && share.compareTo(Decimal10.ONE) <= 0) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw RefusedException.badRequest(name + " must be a decimal string, not " + text);
        }
        throw RefusedException.badRequest(name + " must be from 0 to 1, not " + text);
    }
}
