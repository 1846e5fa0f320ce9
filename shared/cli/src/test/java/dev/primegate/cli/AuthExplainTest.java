package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is explained is right: signed by hand, the simulated brokers take it, and nothing else. */
class AuthExplainTest {
    private static final String PORTFOLIO = "11111111-2222-3333-4444-555555555555";
    private static final String PRIME_PATH =
            "/v1/portfolios/" + PORTFOLIO + "/balances?balance_type=TRADING_BALANCES";
    private static final String FALCONX_PATH = "/v1/balances?platform=api";

    @Test
    void primeTakesWhatIsSignedAsExplained() throws GeneralSecurityException {
        try (Simulator broker = Simulator.start(SimulatorOptions.usual().onPort(0))) {
            byte[] key =
                    "c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=".getBytes(StandardCharsets.UTF_8);
            Instant now = Instant.now();
            String text = explained("coinbase-prime", PRIME_PATH, now);

            assertThat(read(broker.url(), PRIME_PATH, prime(now, sign(key, text)))).isEqualTo(200);
            assertThat(read(broker.url(), PRIME_PATH, prime(now, sign(key, text + "?"))))
                    .isEqualTo(401);
        }
    }

    @Test
    void falconXTakesWhatIsSignedAsExplained() throws GeneralSecurityException {
        try (Simulator broker = Simulator.falconX(SimulatorOptions.usual().onPort(0))) {
            byte[] key = Base64.getDecoder().decode("dGVzdC1zaWduaW5nLWtleS0zMi1ieXRlcy1sb25nISE=");
            Instant now = Instant.now();
            String text = explained("falconx", FALCONX_PATH, now);

            assertThat(read(broker.url(), FALCONX_PATH, falconX(now, sign(key, text))))
                    .isEqualTo(200);
            assertThat(
                            read(
                                    broker.url(),
                                    FALCONX_PATH,
                                    falconX(now, sign(key, text.replace("?platform=api", "")))))
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clear-street", "alpaca-broker"})
    void whereNothingIsSignedThatIsSaid(String broker) {
        Typed typed = Typed.run(Map.of(), List.of("auth", "explain", broker, "--path", "/x"));

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("nothing is signed", "Bearer");
    }

    @Test
    void aBrokerThatIsNotThereIsNotExplained() {
        Typed typed = Typed.run(Map.of(), List.of("auth", "explain", "nobody", "--path", "/x"));

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("coinbase-prime", "falconx", "nobody");
    }

    private static String explained(String broker, String path, Instant at) {
        Typed typed =
                Typed.run(
                        Map.of(),
                        List.of("auth", "explain", broker, "--path", path, "--at", at.toString()));
        assertThat(typed.status()).isZero();
        return typed.out().strip();
    }

    private static Map<String, String> prime(Instant now, String signature) {
        return Map.of(
                "X-CB-ACCESS-KEY",
                "sim-access-key",
                "X-CB-ACCESS-PASSPHRASE",
                "sim-passphrase",
                "X-CB-ACCESS-TIMESTAMP",
                Signing.COINBASE_PRIME.timestamp(now),
                "X-CB-ACCESS-SIGNATURE",
                signature);
    }

    private static Map<String, String> falconX(Instant now, String signature) {
        return Map.of(
                "FX-ACCESS-KEY",
                "sim-falconx-key",
                "FX-ACCESS-PASSPHRASE",
                "sim-falconx-passphrase",
                "FX-ACCESS-TIMESTAMP",
                Signing.FALCONX.timestamp(now),
                "FX-ACCESS-SIGN",
                signature);
    }

    private static int read(URI broker, String path, Map<String, String> headers) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new Http(client, broker, headers).call("GET", path, Optional.empty()).status();
        }
    }

    private static String sign(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
