package dev.primegate.order;

import java.time.Instant;

/**
 * The one send an order gets.
 *
 * @param owner which invocation may send it
 * @param signedAt when its bytes were signed, by our clock
 * @param lease until when the owner may begin to send
 * @param fence from when the broker refuses the bytes, so that absence may be judged
 */
public record Attempt(String owner, Instant signedAt, Instant lease, Instant fence) {}
