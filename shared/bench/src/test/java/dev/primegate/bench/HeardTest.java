package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeardTest {
    private static final Instant BEGUN = Instant.parse("2026-11-02T10:00:00Z");

    private final ArrayNode calls = new ObjectMapper().createArrayNode();

    @Test
    void theFirstThatWasTakenCountsAndARepeatOpensNothing() {
        call(100, false, "{\"event_action\":\"trigger\",\"scope\":\"bench-1\"}");
        call(200, true, "{\"event_action\":\"trigger\",\"scope\":\"bench-1\"}");
        call(300, true, "{\"event_action\":\"trigger\",\"scope\":\"bench-1\"}");
        call(350, true, "{\"event_action\":\"trigger\",\"scope\":\"bench-10\"}");

        assertThat(Heard.of("bench-1", BEGUN, calls))
                .isEqualTo(new Heard("bench-1", Optional.of(Duration.ofMillis(200)), 1, false));
    }

    @Test
    void whatIsOpenedAgainAfterItsEndIsNotOnce() {
        call(200, true, ":rotating_light: CRITICAL bench-1 ");
        call(300, true, ":white_check_mark: RESOLVED bench-1 ");
        call(400, true, ":rotating_light: CRITICAL bench-1 ");

        Heard heard = Heard.of("bench-1", BEGUN, calls);

        assertThat(heard.openings()).isEqualTo(2);
        assertThat(heard.isOver()).isFalse();
    }

    @Test
    void theTableSaysHowManyHeardAndHowSoon() {
        Heard one = new Heard("one", Optional.of(Duration.ofMillis(200)), 1, true);
        Heard two = new Heard("two", Optional.of(Duration.ofMillis(900)), 2, false);

        String table = AlertRow.table(2, List.of(AlertRow.of("slack", List.of(one, two))));

        assertThat(table.lines().filter(line -> line.startsWith("slack")).toList())
                .containsExactly(
                        "slack                                        2       1         1       200"
                                + "       900");
    }

    private void call(long millis, boolean taken, String body) {
        calls.addObject()
                .put("at", BEGUN.plusMillis(millis).toString())
                .put("taken", taken)
                .put("body", body);
    }
}
