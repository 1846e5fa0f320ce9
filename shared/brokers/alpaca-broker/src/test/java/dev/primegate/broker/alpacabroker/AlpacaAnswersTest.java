package dev.primegate.broker.alpacabroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.kit.Answer;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.OrderId;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer proves; what is not here is doubt. */
class AlpacaAnswersTest {
    private static final OrderId OURS =
            new OrderId(Objects.requireNonNull(Payloads.order().clientOrderId()));
    private static final String REFUSAL = "{\"code\":40310000,\"message\":\"insufficient\"}";

    @Test
    @Proves("X1")
    void anOrderThatComesBackWithOurIdIsReceived() {
        assertThat(AlpacaAnswers.toCreate(whole(200, Payloads.text("order")), OURS))
                .isEqualTo(
                        new SendOutcome.Received(
                                new BrokerOrderId("edada91a-8b55-4916-a153-8c7a9817e708")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "<html></html>",
                "{\"id\":\"x\",\"client_order_id\":\"AAAAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"client_order_id\":\"NS45X7IFJSZ5DABZHZJPAPSP\"}"
            })
    @Proves("X14")
    void anotherAnswerWith200IsDoubt(String body) {
        assertThat(AlpacaAnswers.toCreate(whole(200, body), OURS))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void itsOwnErrorIsARefusal(int status) {
        assertThat(AlpacaAnswers.toCreate(whole(status, REFUSAL), OURS))
                .isEqualTo(new SendOutcome.Refused("insufficient"));
    }

    @Test
    void anErrorAboutTheTokenHasNoNumber() {
        assertThat(AlpacaAnswers.toCreate(whole(401, "{\"message\":\"unauthorized.\"}"), OURS))
                .isEqualTo(new SendOutcome.Refused("unauthorized."));
        assertThat(AlpacaAnswers.toCreate(whole(403, "{\"message\":\"forbidden.\"}"), OURS))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | client_order_id must be unique",
                "400 | request timed out",
                "422 | deadline exceeded",
                "409 | conflict",
                "408 | gone",
                "500 | internal server error occurred",
                "502 | bad gateway",
                "202 | later",
                "204 | nothing",
                "301 | elsewhere"
            })
    @Proves({"X1", "X14"})
    void everythingElseIsDoubt(int status, String message) {
        String body = "{\"code\":40010001,\"message\":\"%s\"}".formatted(message);
        assertThat(AlpacaAnswers.toCreate(whole(status, body), OURS))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void aRefusalThatIsNotItsOwnIsDoubt() {
        assertThat(AlpacaAnswers.toCreate(whole(403, "<html>blocked</html>"), OURS))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    @Proves("X16")
    void tooManyIsNotTaken() {
        Answer answer =
                new Answer.Whole(429, "", Optional.empty(), Optional.of(Duration.ofSeconds(7)));
        assertThat(AlpacaAnswers.toCreate(answer, OURS))
                .isEqualTo(new SendOutcome.Throttled(Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    @Proves("X15")
    void whatDidNotLeaveIsNotSentAndWhatBrokeIsDoubt() {
        assertThat(AlpacaAnswers.toCreate(new Answer.Held("w"), OURS))
                .isEqualTo(new SendOutcome.NotSent("w"));
        assertThat(AlpacaAnswers.toCreate(new Answer.Unsent("w"), OURS))
                .isEqualTo(new SendOutcome.NotSent("w"));
        assertThat(AlpacaAnswers.toCreate(new Answer.Broken("w"), OURS))
                .isEqualTo(new SendOutcome.Unknown("w"));
    }

    @Test
    @Proves("F5")
    void aCancelIsRequestedRefusedOrAskedAgain() {
        assertThat(AlpacaAnswers.toCancel(whole(204, ""))).isEqualTo(new CancelOutcome.Requested());
        assertThat(AlpacaAnswers.toCancel(whole(422, REFUSAL)))
                .isEqualTo(new CancelOutcome.Refused("insufficient"));
        assertThat(AlpacaAnswers.toCancel(whole(404, REFUSAL)))
                .isEqualTo(new CancelOutcome.Refused("insufficient"));
        assertThat(AlpacaAnswers.toCancel(whole(401, REFUSAL)))
                .isInstanceOf(CancelOutcome.Unknown.class);
        assertThat(AlpacaAnswers.toCancel(whole(200, "{}")))
                .isInstanceOf(CancelOutcome.Unknown.class);
        assertThat(AlpacaAnswers.toCancel(new Answer.Broken("w")))
                .isEqualTo(new CancelOutcome.Unknown("w"));
    }

    @Test
    @Proves("X12")
    void onlyItsOwn404SaysThatThereIsNoSuchOrder() {
        String body = "{\"code\":40410000,\"message\":\"order not found\"}";
        assertThat(AlpacaAnswers.isNotFound(whole(404, body))).isTrue();
        assertThat(AlpacaAnswers.isNotFound(whole(404, "<html></html>"))).isFalse();
        assertThat(AlpacaAnswers.isNotFound(whole(404, ""))).isFalse();
        assertThat(AlpacaAnswers.isNotFound(whole(422, body))).isFalse();
        assertThat(AlpacaAnswers.isNotFound(new Answer.Broken("w"))).isFalse();
    }

    private static Answer whole(int status, String body) {
        return new Answer.Whole(status, body, Optional.of(Instant.EPOCH), Optional.empty());
    }
}
