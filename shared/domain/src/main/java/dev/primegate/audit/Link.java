package dev.primegate.audit;

/** One record of a chain: it carries the hash of the one before it, and its own. */
public interface Link {
    /** What stands before the first record of every chain. */
    String START = "";

    /** Its place in the chain, from one. */
    long version();

    String previousHash();

    String hash();

    /** Whether its own hash is the hash of what it says. */
    boolean isAsWritten();
}
