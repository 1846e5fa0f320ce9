package dev.primegate.broker.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.kit.Answer;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer proves, and that everything else proves nothing. */
class ClearStreetAnswersTest {
    @Test
    @Proves("A4")
    void createdWithAnIdIsReceived() {
        assertThat(create(201, "{\"order_id\":\"234usdfa3\"}"))
                .isEqualTo(new SendOutcome.Received(new BrokerOrderId("234usdfa3")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    @Proves({"A4", "X15"})
    void aProblemOfItsOwnIsARefusal(int status) {
        assertThat(create(status, problem(status, "not enough buying power")))
                .isEqualTo(new SendOutcome.Refused("Request failed: not enough buying power"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"order_id\":\"o-1\"}",
                "201 | {}",
                "201 | {\"order_id\":\"\"}",
                "201 | <html>",
                "202 | {\"order_id\":\"o-1\"}",
                "302 | {}",
                "400 | <html>",
                "400 | {}",
                "400 | {\"title\":\"Bad\"}",
                "400 | {\"title\":\"Bad\",\"status\":502}",
                "400 | {\"title\":\"Bad\",\"status\":400,\"detail\":\"request timed out\"}",
                "400 | {\"title\":\"Duplicate reference\",\"status\":400}",
                "408 | {\"title\":\"Late\",\"status\":408}",
                "409 | {\"title\":\"Conflict\",\"status\":409}",
                "500 | {\"title\":\"Broken\",\"status\":500}",
                "503 | {\"title\":\"Busy\",\"status\":503}"
            })
    @Proves("X15")
    void everythingElseIsDoubt(int status, String body) {
        assertThat(create(status, body)).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    @Proves("X16")
    void tooManyIsNotTaken() {
        Answer answer =
                new Answer.Whole(429, "", Optional.empty(), Optional.of(Duration.ofSeconds(1)));

        assertThat(ClearStreetAnswers.toCreate(answer))
                .isEqualTo(new SendOutcome.Throttled(Optional.of(Duration.ofSeconds(1))));
    }

    @Test
    @Proves("X15")
    void whatNeverLeftWasNotSentAndWhatMayHaveIsDoubt() {
        assertThat(ClearStreetAnswers.toCreate(new Answer.Unsent("no address")))
                .isEqualTo(new SendOutcome.NotSent("no address"));
        assertThat(ClearStreetAnswers.toCreate(new Answer.Held("no room")))
                .isEqualTo(new SendOutcome.NotSent("no room"));
        assertThat(ClearStreetAnswers.toCreate(new Answer.Broken("reset")))
                .isEqualTo(new SendOutcome.Unknown("reset"));
    }

    @Test
    @Proves("L8")
    void eachOrderOfABulkHasItsOwnOutcome() {
        String body =
                """
                {"submitted":1,"rejected":1,"data":[
                 {"submitted":true,"order_id":"o-1"},{"submitted":false,"reason":"no such symbol"}]}
                """;

        assertThat(ClearStreetAnswers.toBulk(whole(201, body), 2))
                .isEqualTo(
                        List.of(
                                new SendOutcome.Received(new BrokerOrderId("o-1")),
                                new SendOutcome.Refused("no such symbol")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 0 | {\"submitted\":true,\"order_id\":\"o-1\"}",
                "1 | 1 | {\"submitted\":true,\"order_id\":\"o-1\"}",
                "0 | 1 | {\"submitted\":true,\"order_id\":\"o-1\"},{\"submitted\":false,\"reason\":\"no\"}",
                "1 | 1 | {\"submitted\":true,\"order_id\":\"o-1\"},{\"submitted\":true,\"order_id\":\"o-2\"}",
                "2 | 0 | {\"submitted\":true,\"order_id\":\"o-1\"},{\"submitted\":false,\"reason\":\"no\"}",
                "0 | 2 | {\"submitted\":false},{\"submitted\":false,\"reason\":\"\"}",
                "0 | 2 | {},{}",
                "2 | 0 | {\"submitted\":true},{\"submitted\":true,\"order_id\":\"\"}",
                "0 | 2 | {\"submitted\":false,\"reason\":\"timeout\"},{\"submitted\":false,\"reason\":\"no\",\"order_id\":\"o\"}"
            })
    @Proves({"L8", "X15"})
    void resultsThatDoNotAddUpAreDoubt(int submitted, int rejected, String data) {
        String body =
                "{\"submitted\":%d,\"rejected\":%d,\"data\":[%s]}"
                        .formatted(submitted, rejected, data);

        assertThat(ClearStreetAnswers.toBulk(whole(201, body), 2))
                .hasSize(2)
                .allMatch(SendOutcome.Unknown.class::isInstance);
    }

    @Test
    @Proves("L8")
    void aBulkThatWasRefusedWholeOrLostIsSoForEachOfIt() {
        assertThat(ClearStreetAnswers.toBulk(whole(400, problem(400, "no")), 2))
                .hasSize(2)
                .allMatch(SendOutcome.Refused.class::isInstance);
        assertThat(ClearStreetAnswers.toBulk(new Answer.Broken("reset"), 2))
                .hasSize(2)
                .allMatch(SendOutcome.Unknown.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "201, Requested",
        "400, Refused",
        "404, Refused",
        "401, Unknown",
        "403, Unknown",
        "500, Unknown"
    })
    @Proves("F5")
    void cancels(int status, String outcome) {
        CancelOutcome found =
                ClearStreetAnswers.toCancel(whole(status, problem(status, "it has ended")));

        assertThat(found.getClass().getSimpleName()).isEqualTo(outcome);
    }

    private static SendOutcome create(int status, String body) {
        return ClearStreetAnswers.toCreate(whole(status, body));
    }

    private static Answer whole(int status, String body) {
        return new Answer.Whole(status, body, Optional.empty(), Optional.empty());
    }

    private static String problem(int status, String detail) {
        return "{\"title\":\"Request failed\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(status, detail);
    }
}
