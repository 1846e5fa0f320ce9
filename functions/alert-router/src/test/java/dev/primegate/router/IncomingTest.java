package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes in that is not of the table's stream. */
class IncomingTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @Test
    void anAlarmThatRingsIsTroubleAndItsSilenceIsTheEndOfIt() {
        Alert rings = only(alarm("ALARM"));
        Alert quiet = only(alarm("OK"));

        assertThat(rings.action()).isEqualTo(Alert.Action.TRIGGER);
        assertThat(rings.severity()).isEqualTo(Severity.ERROR);
        assertThat(rings.summary()).isEqualTo("primegate-uat-late: threshold crossed");
        assertThat(quiet.action()).isEqualTo(Alert.Action.RESOLVE);
        assertThat(quiet.dedupKey()).isEqualTo(rings.dedupKey());
    }

    @Test
    void anAlarmThatDoesNotKnowYetIsNoNews() {
        assertThat(Incoming.read(alarm("INSUFFICIENT_DATA"), NOW)).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsAnAlertThatShowsIt() {
        Alert state = only(alarm("MAYBE"));
        Alert event = only(json("{'hello':'world'}"));

        assertThat(List.of(state, event))
                .allSatisfy(alert -> {
                    assertThat(alert.rule()).isEqualTo("alert-unreadable");
                    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
                });
        assertThat(event.details()).containsEntry("what", "{\"hello\":\"world\"}");
    }

    @Test
    void whatWasNotTakenIsAnAnswerToTheStreamAndAFailureToOthers() {
        StreamsEventResponse failed = new StreamsEventResponse(List.of(new BatchItemFailure("1")));

        assertThat(AlertHandler.answer(json("{'Records':[]}"), failed)).isSameAs(failed);
        assertThatThrownBy(() -> AlertHandler.answer(alarm("ALARM"), failed))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Alert only(JsonNode event) {
        List<Incoming> incoming = Incoming.read(event, NOW);
        assertThat(incoming).hasSize(1);
        return incoming.getFirst().alert();
    }

    private static JsonNode alarm(String state) {
        return json(
                "{'detail-type':'CloudWatch Alarm State Change','detail':{'alarmName':"
                        + "'primegate-uat-late','state':{'value':'%s',".formatted(state)
                        + "'reason':'threshold crossed','timestamp':'2026-11-02T10:00:00Z'}}}");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
