package dev.primegate.ingest.signature;

import java.time.Instant;
import java.util.Optional;

/** What a look at a signature came to. */
public sealed interface Verdict {
    /**
     * The sender signed it.
     *
     * @param id tells this message from any other of its sender, if the sender says so
     * @param at when it was signed, if the sender says so
     */
    record Good(Optional<String> id, Optional<Instant> at) implements Verdict {}

    /** For the log; whoever sent it is not told. */
    record Bad(String why) implements Verdict {}
}
