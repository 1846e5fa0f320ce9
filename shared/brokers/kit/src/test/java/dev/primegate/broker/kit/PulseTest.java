package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.broker.BrokerHealth.Standing;
import dev.primegate.broker.BrokerHealth.State;
import dev.primegate.broker.RateLimit;
import dev.primegate.instrument.BrokerId;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.MemoryBrokerHealth;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final BrokerId PRIME = new BrokerId("coinbase-prime");
    private static final Line LINE = new Line(PRIME, new RateLimit("t", 25, 50), Duration.ZERO);
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Answer SILENCE = new Answer.Broken("timeout");
    private static final Answer NO_CONNECTION = new Answer.Unsent("refused");

    private final MemoryBrokerHealth health = new MemoryBrokerHealth(new SettableClock(NOW));
    private final List<Alert> alerts = new ArrayList<>();
    private final Pulse pulse = new Pulse(health, alerts::add);

    @Test
    @Proves("L10")
    void fiveFailuresInARowTakeABrokerOutOfUseAndAPersonIsTold() {
        hear(SILENCE, NO_CONNECTION, whole(500), whole(503));
        assertThat(standing().isUp()).isTrue();

        hear(SILENCE);

        assertThat(standing()).isEqualTo(new Standing(State.DOWN, 1, NOW.plusSeconds(30)));
        assertThat(alerts).extracting(Alert::rule).containsExactly("broker-down");
        hear(SILENCE, SILENCE, SILENCE, SILENCE, SILENCE);
        assertThat(standing().generation()).isEqualTo(1);
    }

    @Test
    void anyAnswerOfItsOwnBeginsTheCountAnew() {
        for (Answer alive : List.of(whole(200), whole(400), whole(429), new Answer.Held("spent"))) {
            hear(SILENCE, SILENCE, SILENCE, SILENCE, alive);
        }

        assertThat(standing().isUp()).isTrue();
    }

    private void hear(Answer... answers) {
        for (Answer answer : answers) {
            pulse.heard(LINE, NOW, NOW, answer);
        }
    }

    private Standing standing() {
        return java.util.Objects.requireNonNull(health.standings(List.of(PRIME)).get(PRIME));
    }

    private static Answer whole(int status) {
        return new Answer.Whole(status, "", Optional.empty(), Optional.empty());
    }
}
