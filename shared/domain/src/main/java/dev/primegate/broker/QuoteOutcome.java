package dev.primegate.broker;

/** What came of asking for a quote. */
public sealed interface QuoteOutcome {
    record Quoted(Quote quote) implements QuoteOutcome {}

    /** The broker has no such kind of quote; refused here, with no call. */
    record Unsupported(String what) implements QuoteOutcome {}

    /** It will not quote that. */
    record Refused(String reason) implements QuoteOutcome {}

    /** No quote came, for a reason that may pass. */
    record Failed(String why) implements QuoteOutcome {}
}
