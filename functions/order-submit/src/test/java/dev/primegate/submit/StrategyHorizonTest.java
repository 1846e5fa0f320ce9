package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.proof.Proves;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyHorizonTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.000001S", "PT0.0009S", "PT0.05S", "PT0.999S", "PT-1S"})
    @Proves("A10")
    void fasterThanAnOrderCanBeDoesNotStartAndIsToldWhy(String horizon) {
        assertThatThrownBy(() -> start(Optional.of(Duration.parse(horizon))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("primegate.strategy.horizon is " + Duration.parse(horizon))
                .hasMessageContaining("not the place for sub-millisecond trading")
                .hasMessageContaining("written down before it is sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT15M", "P1D"})
    void slowerStarts(String horizon) {
        assertThatCode(() -> start(Optional.of(Duration.parse(horizon))))
                .doesNotThrowAnyException();
    }

    @Test
    void whoSaysNothingStarts() {
        assertThatCode(() -> start(Optional.empty())).doesNotThrowAnyException();
    }

    private static void start(Optional<Duration> horizon) {
        new StrategyHorizon(() -> horizon).start(new StartupEvent());
    }
}
