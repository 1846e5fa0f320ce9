package dev.primegate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.proof.Proves;
import dev.primegate.telemetry.Passage.Stage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PassageTest {
    private final Queue<Long> nanos = new ArrayDeque<>(List.of(0L, 210_000L, 300_000L, 1_700_000L));

    @Test
    @Proves("A2")
    void stagesAreToldInTheirOrderWithTheTimeEachTook() {
        Passage.Passed<String> passed =
                Passage.of(
                        nanos::remove,
                        () ->
                                Passage.through(Stage.NORMALISE, () -> "or")
                                        + Passage.through(Stage.RISK, () -> "der"));

        assertThat(passed.result()).isEqualTo("order");
        assertThat(passed.text()).isEqualTo("normalise:0.210000,risk:1.400000");
    }

    @Test
    void aStageOfNoPassageIsJustDone() {
        assertThat(Passage.through(Stage.SEND, () -> "sent")).isEqualTo("sent");
    }

    @Test
    void whatFailsInAStageIsNotHidden() {
        assertThatThrownBy(() ->
                        Passage.of(nanos::remove, () -> Passage.through(Stage.SEND, this::fail)))
                .hasMessage("lost");
    }

    private String fail() {
        throw new IllegalStateException("lost");
    }
}
