package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place of a record where a secret may stand, and every kind of secret. */
class SafeLogTest {
    /** With what JSON and URLs write in another way. */
    private static final String HELD = "canary\"of/a+safe log";

    private static final PatternFormatter LINE = new PatternFormatter("%m %X{who} %e");

    @BeforeAll
    static void holdIt() {
        Secret secret =
                Secret.parse(
                        "primegate/any/trade",
                        "{\"apiKey\":\"canary\\\"of/a+safe log\",\"accountId\":\"100000-open\"}");
        assertThat(secret.get("apiKey")).isEqualTo(HELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refused for canary\"of/a+safe log",
                "{\"why\":\"canary\\\"of/a+safe log\"}",
                "POST /?key=canary%22of%2Fa%2Bsafe+log",
                "CANARY\"OF/A+SAFE LOG twice: canary\"of/a+safe log",
            })
    @Proves("E4")
    void whatIsHeldHereIsInNoMessage(String message) {
        assertThat(written(message, null))
                .containsIgnoringCase("***")
                .doesNotMatch("(?is).*canary.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer canary.Zq8Kx0aP3vTg7",
                "Authorization: ApiKey canary-of-another",
                "sent bearer canaryZq8Kx0aP3vTg7~x",
                "got eyJcanary12345.eyJjYW5hcnki.c2ln-canary",
                "secret whsec_canaryMfKQ9r8GKYqrTwjU==",
                "https://hooks.slack.com/services/Tcanary/Bcanary/canary",
                "of AKIACANARY0CANARY012",
                "{\"access_token\":\"canary two\",\"expires_in\":300}",
                "{\\\"routing_key\\\":\\\"canary\\\"}",
                "Headers[X-CB-ACCESS-KEY=canary X-CB-ACCESS-PASSPHRASE=canary Accept=text]",
                "FX-ACCESS-SIGN: canary",
                "{\"client_secret\" : \"canary\", \"password\":\"canary\"}",
                "GET /v1/halts?signature=canary&x=1",
                "-----BEGIN EC " + "PRIVATE KEY-----\ncanary\n-----END EC PRIVATE KEY-----",
            })
    @Proves("E4")
    void whatLooksLikeASecretIsInNoMessage(String message) {
        assertThat(written(message, null)).contains("***").doesNotMatch("(?is).*canary.*");
    }

    @Test
    @Proves("E4")
    void noSecretIsInWhatWasThrownNorInWhatIsWithin() {
        IllegalStateException thrown =
                new IllegalStateException("not " + HELD, new Odd("inner password=canary"));
        thrown.addSuppressed(new IllegalArgumentException("Bearer canary123456"));

        String written = written("event=failed", thrown);

        assertThat(written)
                .doesNotMatch("(?is).*canary.*")
                .contains("java.lang.IllegalStateException: not ***")
                .contains("Caused by: odd inner password=***")
                .contains("Suppressed: java.lang.IllegalArgumentException: Bearer ***")
                .contains("SafeLogTest.noSecretIsInWhatWasThrownNorInWhatIsWithin");
    }

    @Test
    void aChainThatLeadsBackToItselfEnds() {
        IllegalStateException outer = new IllegalStateException("outer");
        IllegalStateException inner = new IllegalStateException("not " + HELD, outer);
        var _ = outer.initCause(inner);

        assertThat(written("event=failed", outer)).doesNotMatch("(?is).*canary.*");
    }

    @Test
    @Proves("E4")
    void noSecretIsInTheContext() {
        ExtLogRecord log = log("event=x");
        log.setMdc(Map.of("who", HELD, "traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));

        assertThat(new SafeLog().isLoggable(log)).isTrue();

        assertThat(log.getMdc("who")).isEqualTo("***");
        assertThat(log.getMdc("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void whatHasNoSecretIsLeftAsItIs() {
        IllegalStateException thrown = new IllegalStateException("quantity is negative: -3");
        ExtLogRecord log = log("secret=primegate/slack event=%s account=100000-open");
        log.setParameters(new Object[] {"not-refreshed"});
        log.setThrown(thrown);

        assertThat(new SafeLog().isLoggable(log)).isTrue();

        assertThat(log.getThrown()).isSameAs(thrown);
        assertThat(log.getParameters()).containsExactly("not-refreshed");
        assertThat(LINE.format(log))
                .startsWith("secret=primegate/slack event=not-refreshed account=100000-open");
    }

    private static String written(String message, @Nullable Throwable thrown) {
        ExtLogRecord log = log("%s");
        log.setParameters(new Object[] {message});
        log.setThrown(thrown);
        assertThat(new SafeLog().isLoggable(log)).isTrue();
        return LINE.format(log);
    }

    private static ExtLogRecord log(String format) {
        return new ExtLogRecord(
                Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, "dev.primegate");
    }

    /** Says more than its message. */
    @SuppressWarnings("OverrideThrowableToString") // That is what it is for.
    private static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1;

        Odd(String message) {
            super(message);
        }

        @Override
        public String toString() {
            return "odd " + getMessage();
        }
    }
}
