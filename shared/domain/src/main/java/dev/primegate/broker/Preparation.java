package dev.primegate.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What came of building a broker's request. */
public sealed interface Preparation {
    /**
     * The request as it was signed, kept until it is sent.
     *
     * @param body its bytes are this text in UTF-8
     */
    record Prepared(Instant signedAt, Map<String, String> headers, String body)
            implements Preparation {}

    /** The broker has no such kind of order; refused here, with no call. */
    record Unsupported(String what) implements Preparation {}

    /**
     * Not signed: our clock and the broker's are so far apart that its window means nothing.
     *
     * @param apart by how much at least
     */
    record ClockSkewed(Duration apart) implements Preparation {}
}
