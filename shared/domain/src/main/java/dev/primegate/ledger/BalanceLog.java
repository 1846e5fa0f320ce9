package dev.primegate.ledger;

import java.util.List;

/** The last word of each broker on our balances. */
public interface BalanceLog {
    /** Keeps {@code latest}, unless a later word is here. */
    void record(Balances latest);

    /** By the brokers' names; of one that never said anything there is nothing. */
    List<Balances> latest();
}
