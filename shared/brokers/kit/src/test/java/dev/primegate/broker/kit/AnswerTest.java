package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final String DATE = "Mon, 02 Nov 2026 10:00:00 GMT";
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");

    @Test
    void aWholeAnswerHasItsBodyAndTheBrokersClock() {
        assertThat(Answer.of(() -> Response.ok("{}").header("Date", DATE).build()))
                .isEqualTo(new Answer.Whole(200, "{}", Optional.of(AT), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-11-02T10:00:00Z", "Mon, 99 Nov 2026 10:00:00 GMT"})
    void aDateThatCannotBeReadIsNone(String date) {
        assertThat(Answer.of(() -> Response.ok("{}").header("Date", date).build()))
                .isEqualTo(new Answer.Whole(200, "{}", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7 | 7", "Mon, 02 Nov 2026 10:00:09 GMT | 9", "1000000000 | 300"})
    @Proves("X16")
    void theWishToBeLeftAloneIsReadInEachOfItsForms(String header, long seconds) {
        assertThat(throttled(header)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "soon", "-3"})
    @Proves("X16")
    void anAbsurdWishIsNone(String header) {
        assertThat(throttled(header)).isEmpty();
    }

    @Test
    void anErrorThatTheClientThrewIsAnAnswer() {
        Response failure = Response.status(503).entity("busy").build();

        assertThat(
                        Answer.of(() -> {
                            throw new WebApplicationException(failure);
                        }))
                .isEqualTo(new Answer.Whole(503, "busy", Optional.empty(), Optional.empty()));
    }

    @Test
    @Proves("X15")
    void whatFailedBeforeAnyByteLeftIsUnsentAndAllElseIsBroken() {
        assertThat(failing(new ProcessingException(new ConnectException("refused"))))
                .isEqualTo(new Answer.Unsent("ProcessingException < ConnectException"));
        assertThat(failing(new ProcessingException(new SocketTimeoutException("late"))))
                .isEqualTo(new Answer.Broken("ProcessingException < SocketTimeoutException"));
        assertThat(failing(new IllegalStateException("half a body")))
                .isEqualTo(new Answer.Broken("IllegalStateException"));
    }

    @Test
    void aBrokersWordsAreCut() {
        assertThat(Answer.clip("x".repeat(600))).hasSize(Answer.LONGEST_TEXT + 3);
        assertThat(Answer.clip("short")).isEqualTo("short");
    }

    private static Answer failing(RuntimeException failure) {
        return Answer.of(() -> {
            throw failure;
        });
    }

    private static Optional<Duration> throttled(String header) {
        return ((Answer.Whole)
                        Answer.of(() ->
                                Response.status(429)
                                        .header("Date", DATE)
                                        .header("Retry-After", header)
                                        .build()))
                .retryAfter();
    }
}
