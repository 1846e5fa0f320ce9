package dev.primegate.alerting;

import java.time.Instant;

/** Whether a link is one of ours, and still good. */
public sealed interface HaltLinkCheck {
    record Good(HaltLink link) implements HaltLinkCheck {}

    /** It is ours, and its time is over. */
    record Expired(Instant at) implements HaltLinkCheck {}

    /** Not ours, or changed on its way; which part, is nobody's business. */
    record Forged() implements HaltLinkCheck {}
}
