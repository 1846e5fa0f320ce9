package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.bench.SignedMessage.Placed;
import dev.primegate.ingest.signature.Delivery;
import dev.primegate.ingest.signature.Scheme;
import dev.primegate.ingest.signature.Verdict;
import dev.primegate.ingest.signature.Verifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedMessageTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    private final SignedMessage message = SignedMessage.executed(7, new Placed("A", "B"), NOW);

    @Test
    void itIsSignedAsTheSchemeSays() {
        assertThat(verdict(message.body()))
                .isInstanceOfSatisfying(
                        Verdict.Good.class, good -> assertThat(good.id()).contains("bench-7"));
    }

    @Test
    void anotherBodyIsNotWhatWasSigned() {
        assertThat(verdict(message.body().replace("exec-7", "exec-8")))
                .isInstanceOf(Verdict.Bad.class);
    }

    private Verdict verdict(String body) {
        return new Verifier(Scheme.STANDARD_WEBHOOKS)
                .verify(
                        new Delivery(message::header, body.getBytes(StandardCharsets.UTF_8)),
                        List.of(SignedMessage.KEY),
                        NOW);
    }
}
