package dev.primegate.audit;

/** What a chain needs of a record whose own words are not kept: many fit where few records do. */
public record Seal(long version, String previousHash, String hash, boolean isAsWritten)
        implements Link {
    public static Seal of(Link link) {
        return new Seal(link.version(), link.previousHash(), link.hash(), link.isAsWritten());
    }
}
