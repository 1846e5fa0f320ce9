package dev.primegate.order;

import java.time.Instant;
import java.util.Optional;

/**
 * One send of an order. There is a second only if the first provably never left, and then at
 * another broker: so a broker sees the order's id at most once, and its name tells the attempt.
 *
 * @param number 1 for the first
 * @param owner which invocation may send it
 * @param release of the software that signed it; a later one has a higher number
 * @param signedAt when its bytes were signed, by our clock
 * @param lease until when the owner may begin to send
 * @param fence from when the broker refuses the bytes, so that absence may be judged
 * @param traceId of the request that made it, as W3C Trace Context has it, if it had one
 */
public record Attempt(
        int number,
        String owner,
        long release,
        Instant signedAt,
        Instant lease,
        Instant fence,
        Optional<String> traceId) {
    public Attempt {
        if (number < 1) {
            throw new IllegalArgumentException("attempt is below one: " + number);
        }
    }

    /** The first, by software that carries no release. */
    public Attempt(String owner, Instant signedAt, Instant lease, Instant fence) {
        this(1, owner, 0, signedAt, lease, fence, Optional.empty());
    }
}
