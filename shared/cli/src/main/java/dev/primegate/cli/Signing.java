package dev.primegate.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How brokers want a request to be signed, as far as it can be said without a key. The adapters'
 * own signers are elsewhere; a test has the simulated brokers take what is said here.
 */
enum Signing {
    /** <a href="https://docs.cdp.coinbase.com/prime/rest-api/authentication">As documented</a>. */
    COINBASE_PRIME(
            "base64 of HMAC-SHA256; the key is the signing key as it stands, not decoded",
            "X-CB-ACCESS-KEY, X-CB-ACCESS-PASSPHRASE, X-CB-ACCESS-TIMESTAMP, X-CB-ACCESS-SIGNATURE",
            "whole seconds; the query is not signed") {
        @Override
        Optional<String> text(Instant at, String method, String target, String body) {
            return Optional.of(at.getEpochSecond() + method + target.split("\\?", 2)[0] + body);
        }

        @Override
        String timestamp(Instant at) {
            return Long.toString(at.getEpochSecond());
        }
    },
    /** <a href="https://docs.falconx.io">As documented</a>. */
    FALCONX(
            "base64 of HMAC-SHA256; the key is the secret, decoded from base64",
            "FX-ACCESS-KEY, FX-ACCESS-PASSPHRASE, FX-ACCESS-TIMESTAMP, FX-ACCESS-SIGN",
            "seconds to the millisecond; the query is signed as it is sent") {
        @Override
        Optional<String> text(Instant at, String method, String target, String body) {
            return Optional.of(timestamp(at) + method + target + body);
        }

        @Override
        String timestamp(Instant at) {
            return BigDecimal.valueOf(at.toEpochMilli(), 3).stripTrailingZeros().toPlainString();
        }
    },
    CLEAR_STREET(
            "nothing is signed: an OAuth2 token of POST /oauth/token with client id and secret",
            "Authorization: Bearer TOKEN",
            "the token is shared by all functions and fetched again before it ends"),
    ALPACA_BROKER(
            "nothing is signed: an OAuth2 token of POST /v1/oauth2/token with client id and secret",
            "Authorization: Bearer TOKEN",
            "the token holds for 899 s");

    private final String how;
    private final String headers;
    private final String note;

    Signing(String how, String headers, String note) {
        this.how = how;
        this.headers = headers;
        this.note = note;
    }

    /** By the broker's folder; throws {@link RefusedException} if there is none. */
    static Signing of(String broker) {
        return Stream.of(values())
                .filter(one -> one.broker().equals(broker))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(
                                "expected one of %s, found %s".formatted(names(), broker)));
    }

    static List<String> names() {
        return Stream.of(values()).map(Signing::broker).toList();
    }

    private String broker() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The exact characters that are signed, in UTF-8; empty where nothing is. */
    Optional<String> text(Instant at, String method, String target, String body) {
        return Optional.empty();
    }

    /** As its header has it; empty where none has. */
    String timestamp(Instant at) {
        return "";
    }

    String how() {
        return how;
    }

    String headers() {
        return headers;
    }

    String note() {
        return note;
    }
}
