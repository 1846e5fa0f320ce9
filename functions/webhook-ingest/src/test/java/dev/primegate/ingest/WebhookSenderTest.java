package dev.primegate.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.primegate.ingest.signature.Delivery;
import dev.primegate.ingest.signature.Scheme;
import dev.primegate.ingest.signature.Verdict;
import dev.primegate.ingest.signature.Verifier;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookSenderTest {
    private static final Instant NOW = FeedRig.START;
    private static final String PRESENT = "whsec_dGhlLXByZXNlbnQtc2lnbmluZy1rZXkh";
    private static final String BEFORE = "whsec_dGhlLWtleS1iZWZvcmUtdGhhdC1vbmUh";

    @Test
    @Proves({"G12", "X37"})
    void theKeyBeforeIsGoodWhileItsStoreKeepsIt() throws Exception {
        Delivery delivery = signed(BEFORE);

        assertThat(sender(Optional.of(secret(BEFORE))).verify(delivery, NOW))
                .isInstanceOf(Verdict.Good.class);
        assertThat(sender(Optional.empty()).verify(delivery, NOW)).isInstanceOf(Verdict.Bad.class);
        assertThat(sender(Optional.of(secret(BEFORE))).verify(signed(PRESENT), NOW))
                .isInstanceOf(Verdict.Good.class);
    }

    private static WebhookSender sender(Optional<Secret> before) {
        Secrets secrets =
                new Secrets() {
                    @Override
                    public Secret get(String name) {
                        return secret(PRESENT);
                    }

                    @Override
                    public Optional<Secret> previous(String name) {
                        return before;
                    }
                };
        return new WebhookSender(
                PaperFeed.PAPER,
                Scheme.STANDARD_WEBHOOKS,
                new Verifier(Scheme.STANDARD_WEBHOOKS),
                Optional.of("paper"),
                false,
                secrets);
    }

    private static Secret secret(String key) {
        return Secret.parse("paper", "{\"signingKey\":\"%s\"}".formatted(key));
    }

    private static Delivery signed(String key) throws Exception {
        long at = NOW.getEpochSecond();
        Map<String, String> headers =
                Map.of(
                        "webhook-id",
                        "m-1",
                        "webhook-timestamp",
                        "" + at,
                        "webhook-signature",
                        new Webhook(key).sign("m-1", at, "{}"));
        return new Delivery(
                name -> Optional.ofNullable(headers.get(name)),
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
