package dev.primegate.reconcile.chain;

import dev.primegate.comparison.Transfer.Receipt;
import dev.primegate.money.Asset;

/** One blockchain, through one node. */
interface Chain {
    /** Whether {@code asset} moves on it. */
    boolean carries(Asset asset);

    /** How many confirmations make a transaction final. */
    long needed();

    /** What it says of a transaction; a node that does not answer in full says nothing. */
    Receipt receipt(Asked asked);

    /**
     * What is asked for.
     *
     * @param destination the address that should have received it, among others perhaps
     */
    record Asked(String hash, Asset asset, String destination) {}
}
