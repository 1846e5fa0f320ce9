package dev.primegate.broker;

/** What came of asking what an order would cost. */
public sealed interface PreviewOutcome {
    record Previewed(Preview preview) implements PreviewOutcome {}

    /** The broker has no such kind of order; refused here, with no call. */
    record Unsupported(String what) implements PreviewOutcome {}

    /** It would not take the order. */
    record Refused(String reason) implements PreviewOutcome {}

    /** No answer came, for a reason that may pass. */
    record Failed(String why) implements PreviewOutcome {}
}
