package dev.primegate.ingest.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a delivery claims: that {@code text}, in this order, was signed by one of {@code
 * signatures}.
 *
 * @param id tells this message from any other of its sender, if the scheme says so
 * @param at when it was signed, if the scheme says so; then it is part of the text
 * @param key which of the sender's published keys signed it, if the scheme says so
 */
record Signed(
        Optional<String> id,
        Optional<Instant> at,
        Optional<String> key,
        List<byte[]> text,
        List<byte[]> signatures) {
    static Signed ofBody(Delivery delivery, List<byte[]> signatures) {
        return new Signed(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(delivery.body()),
                signatures);
    }

    /** A body that was signed together with words before it. */
    static Signed at(Instant at, String before, Delivery delivery, List<byte[]> signatures) {
        return new Signed(
                Optional.empty(),
                Optional.of(at),
                Optional.empty(),
                List.of(utf8(before), delivery.body()),
                signatures);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
