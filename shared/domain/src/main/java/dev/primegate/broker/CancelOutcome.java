package dev.primegate.broker;

/** What is known after asking for a cancel. The end itself comes as news. */
public sealed interface CancelOutcome {
    record Requested() implements CancelOutcome {}

    /** The broker will not cancel it: it has ended, or never was. */
    record Refused(String reason) implements CancelOutcome {}

    /** Not known, or not sent: ask again. */
    record Unknown(String doubt) implements CancelOutcome {}
}
