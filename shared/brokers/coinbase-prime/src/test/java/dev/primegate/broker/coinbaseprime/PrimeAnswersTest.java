package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.kit.Answer;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimeAnswersTest {
    @Test
    void aCreatedOrderWasReceived() {
        assertThat(create(200, "{\"order_id\":\"p-1\",\"new\":1}"))
                .isEqualTo(new SendOutcome.Received(new BrokerOrderId("p-1")));
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404"})
    void aRefusalInPrimesOwnWordsIsOne(int status) {
        assertThat(create(status, "{\"message\":\"insufficient funds\"}"))
                .isEqualTo(new SendOutcome.Refused("insufficient funds"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request timed out",
                "context deadline exceeded",
                "upstream Timeout",
                "Duplicate client order ID: ord-1",
            })
    @Proves({"X14", "X17"})
    void aRefusalThatLeavesTheOrderOpenIsDoubt(String message) {
        assertThat(create(400, "{\"message\":\"" + message + "\"}"))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {}",
                "200 | {\"order_id\":\"\"}",
                "200 | {\"order_id\":\"p-",
                "200 | <html>ok</html>",
                "200 | ''",
                "201 | {\"order_id\":\"p-1\"}",
                "204 | ''",
                "301 | ''",
                "307 | {\"message\":\"moved\"}",
                "400 | <html>Bad Request</html>",
                "400 | {\"message\":\"\"}",
                "403 | {\"error\":\"blocked by a proxy\"}",
                "408 | {\"message\":\"no\"}",
                "409 | {\"message\":\"no\"}",
                "418 | {\"message\":\"no\"}",
                "500 | {\"message\":\"no\"}",
                "502 | <html>Bad Gateway</html>",
                "503 | {\"message\":\"no\"}",
                "504 | ''",
            })
    @Proves("X15")
    void everythingElseIsDoubt(int status, String body) {
        assertThat(create(status, body)).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    @Proves("X16")
    void a429IsTooMuchWhateverItSays() {
        assertThat(create(429, "{\"message\":\"slow down\"}"))
                .isEqualTo(new SendOutcome.Throttled(Optional.empty()));
        assertThat(
                        PrimeAnswers.toCreate(
                                new Answer.Whole(
                                        429,
                                        "",
                                        Optional.empty(),
                                        Optional.of(Duration.ofSeconds(30)))))
                .isEqualTo(new SendOutcome.Throttled(Optional.of(Duration.ofSeconds(30))));
    }

    @Test
    void aCancelIsAskedForRefusedOrInDoubt() {
        assertThat(PrimeAnswers.toCancel(answer(200, "{\"id\":\"p-1\"}")))
                .isInstanceOf(CancelOutcome.Requested.class);
        assertThat(PrimeAnswers.toCancel(answer(400, "{\"message\":\"already filled\"}")))
                .isEqualTo(new CancelOutcome.Refused("already filled"));
        assertThat(PrimeAnswers.toCancel(answer(500, "{\"message\":\"no\"}")))
                .isInstanceOf(CancelOutcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void aCancelRefusedForItsSignatureIsStillWanted(int status) {
        assertThat(PrimeAnswers.toCancel(answer(status, "{\"message\":\"timestamp is too old\"}")))
                .isInstanceOf(CancelOutcome.Unknown.class);
    }

    private static SendOutcome create(int status, String body) {
        return PrimeAnswers.toCreate(answer(status, body));
    }

    private static Answer.Whole answer(int status, String body) {
        return new Answer.Whole(status, body, Optional.empty(), Optional.empty());
    }
}
