package dev.primegate.ingest.signature;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The layouts of the senders we know, each as its documentation has it. */
final class Layouts {
    private Layouts() {}

    /** The whole body, and nothing else, is signed; the signature stands alone in a header. */
    static Layout body(String header) {
        return delivery ->
                delivery.header(header)
                        .flatMap(Encodings::signature)
                        .map(signature -> Signed.ofBody(delivery, List.of(signature)));
    }

    /**
     * <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: {@code id.timestamp.body},
     * several signatures of several versions with blanks between, of which the first is HMAC.
     */
    static Optional<Signed> standard(Delivery delivery) {
        Optional<String> id = delivery.header("webhook-id");
        Optional<String> timestamp = delivery.header("webhook-timestamp");
        Optional<Instant> at = timestamp.flatMap(Encodings::seconds);
        Optional<String> header = delivery.header("webhook-signature");
        if (id.isEmpty() || at.isEmpty() || header.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Signed(
                        id,
                        at,
                        Optional.empty(),
                        List.of(
                                Signed.utf8(id.get() + "." + timestamp.orElseThrow() + "."),
                                delivery.body()),
                        Encodings.after("v1,", header.get().split(" ", -1))));
    }

    /**
     * <a href="https://docs.cdp.coinbase.com/webhooks/verify-signatures">Coinbase CDP</a>: {@code
     * t=,h=,v1=}; {@code t.names.values.body}, with the names of {@code h} and the values of these
     * headers.
     */
    static Optional<Signed> coinbaseCdp(Delivery delivery) {
        return Fields.of(delivery, "x-hook0-signature")
                .flatMap(fields -> {
                    Optional<Instant> at = fields.get("t").flatMap(Encodings::seconds);
                    Optional<String> names = fields.get("h");
                    if (at.isEmpty() || names.isEmpty()) {
                        return Optional.empty();
                    }
                    String values =
                            Arrays.stream(names.get().split(" ", -1))
                                    .map(name -> delivery.header(name).orElse(""))
                                    .collect(Collectors.joining("."));
                    return Optional.of(
                            Signed.at(
                                    at.get(),
                                    "%s.%s.%s."
                                            .formatted(
                                                    fields.get("t").orElseThrow(),
                                                    names.get(),
                                                    values),
                                    delivery,
                                    fields.signatures("v1")));
                });
    }

    /**
     * <a href="https://docs.kraken.com/api/docs/embed-api/embed-webhook-events">Kraken</a>: {@code
     * t=,v1=}; {@code t.body}.
     */
    static Optional<Signed> kraken(Delivery delivery) {
        return Fields.of(delivery, "x-signature")
                .flatMap(fields ->
                        fields.get("t")
                                .flatMap(Encodings::seconds)
                                .map(at ->
                                        Signed.at(
                                                at,
                                                fields.get("t").orElseThrow() + ".",
                                                delivery,
                                                fields.signatures("v1"))));
    }

    /**
     * <a
     * href="https://developer.revolut.com/docs/guides/manage-accounts/webhooks/verify-the-payload-signature">Revolut</a>:
     * {@code v1.timestamp.body}, the timestamp in milliseconds; a signature per secret while one
     * rotates.
     */
    static Optional<Signed> revolut(Delivery delivery) {
        Optional<String> timestamp = delivery.header("revolut-request-timestamp");
        Optional<Instant> at = timestamp.flatMap(Encodings::millis);
        return at.isEmpty()
                ? Optional.empty()
                : Fields.of(delivery, "revolut-signature")
                        .map(fields ->
                                Signed.at(
                                        at.get(),
                                        "v1." + timestamp.orElseThrow() + ".",
                                        delivery,
                                        fields.signatures("v1")));
    }

    /**
     * <a href="https://developers.binance.com/en/docs/products/connect-prime/webhook/webhook">
     * Binance Connect</a>: the body, then the timestamp in milliseconds.
     */
    static Optional<Signed> binanceConnect(Delivery delivery) {
        Optional<String> timestamp = delivery.header("x-bn-connect-timestamp");
        Optional<Instant> at = timestamp.flatMap(Encodings::millis);
        Optional<byte[]> signature =
                delivery.header("x-bn-connect-signature").flatMap(Encodings::base64);
        if (at.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Signed(
                        Optional.empty(),
                        at,
                        Optional.empty(),
                        List.of(delivery.body(), Signed.utf8(timestamp.orElseThrow())),
                        List.of(signature.get())));
    }
}
