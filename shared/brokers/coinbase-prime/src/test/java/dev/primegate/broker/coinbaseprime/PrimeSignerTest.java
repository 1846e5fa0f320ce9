package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.kit.Hmac;
import dev.primegate.proof.Proves;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The golden vectors: computed from the published rule, two of them by another tool too. */
class PrimeSignerTest {
    private static final String SIGNING_KEY = "dGVzdC1zaWduaW5nLWtleS0zMi1ieXRlcy1sb25nISE=";
    private static final String PORTFOLIO = "11111111-2222-3333-4444-555555555555";
    private static final Instant NOW = Instant.ofEpochSecond(1_760_000_000L, 999_999_999);
    private static final PrimeKey KEY =
            new PrimeKey(
                    "test-access-key",
                    "test-passphrase",
                    SIGNING_KEY,
                    "svc-account-1",
                    PORTFOLIO,
                    Optional.empty(),
                    PrimeKey.MarginVersion.V1);

    private final PrimeSigner signer = new PrimeSigner(KEY);

    @Test
    @Proves("A4")
    void aGet() {
        assertThat(rest("GET", "/balances", ""))
                .isEqualTo("dcxPJSqhSMSDYZKhjDZ8NsQ1Litc4Vc2eTRSh99Hvfc=");
    }

    @Test
    @Proves("A4")
    void aPostWithItsBodyByteForByte() {
        String body =
                """
                {"product_id":"BTC-USD","side":"BUY","client_order_id":"ord-0001",\
                "type":"LIMIT","base_quantity":"0.01","limit_price":"50000",\
                "time_in_force":"GOOD_UNTIL_CANCELLED"}\
                """;
        assertThat(rest("POST", "/order", body))
                .isEqualTo("0Hp4dN7WDbeKwD7xIftYCRQGB4wo7Vc8O1+PmjFhvTQ=");
    }

    @Test
    @Proves("A4")
    void theOrdersChannelNamesThePortfolio() {
        assertThat(signer.subscription(NOW, "orders", List.of("BTC-USD", "ETH-USD")))
                .isEqualTo("xxWrVEzeCeez92Nrk8suPJUT0FzKmxJN2zesFah/o+o=");
    }

    @Test
    @Proves("A4")
    void otherChannelsDoNot() {
        assertThat(signer.subscription(NOW, "heartbeats", List.of("BTC-USD")))
                .isEqualTo("BwTzpnNqxtEER2F2ruqSLGrJAAOyNQMX8aNeLHttPs0=");
    }

    @Test
    void aFixLogonWithTheSameKey() {
        assertThat(
                        Hmac.base64(
                                SIGNING_KEY.getBytes(StandardCharsets.UTF_8),
                                "20251009-08:53:20.000A1test-access-keyCOINtest-passphrase"))
                .isEqualTo("AZE/aYto3WF0uXBCBvKa0sQvI1DeZznwvEiSmKFYnOI=");
    }

    @Test
    void theHeadersAreTheFourAndTheTimeHasNoFraction() {
        var headers = signer.headers(NOW, "GET", "/", "");

        assertThat(headers)
                .containsOnlyKeys(
                        "X-CB-ACCESS-KEY",
                        "X-CB-ACCESS-PASSPHRASE",
                        "X-CB-ACCESS-TIMESTAMP",
                        "X-CB-ACCESS-SIGNATURE")
                .containsEntry("X-CB-ACCESS-TIMESTAMP", "1760000000");
    }

    @Test
    void aKeyDoesNotPrintItself() {
        assertThat(KEY.toString()).doesNotContain("test-", SIGNING_KEY, "svc-");
    }

    private String rest(String method, String path, String body) {
        return Objects.requireNonNull(
                signer.headers(NOW, method, "/v1/portfolios/" + PORTFOLIO + path, body)
                        .get(PrimeSigner.SIGNATURE));
    }
}
