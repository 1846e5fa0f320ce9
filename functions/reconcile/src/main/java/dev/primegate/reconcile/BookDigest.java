package dev.primegate.reconcile;

import dev.primegate.order.Digest;
import dev.primegate.statement.TradeCsv;
import dev.primegate.statement.TradeLine;

/** A hash of rows in their order, of which none is kept. */
final class BookDigest {
    private String hash = "";

    void add(TradeLine line) {
        hash = Digest.hex(hash, TradeCsv.write(line));
    }

    String hash() {
        return hash;
    }
}
