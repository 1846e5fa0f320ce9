package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.Brokers;
import dev.primegate.instrument.BrokerId;
import dev.primegate.proof.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who believes every caller has no business with real money. */
class SandboxOnlyTest {
    private static final BrokerId SANDBOX = new BrokerId("sandbox");
    private static final BrokerId REAL = new BrokerId("real");

    private final SandboxOnly guard = new SandboxOnly(new Brokers<>(List.of()), REAL::equals);

    @Test
    @Proves("C3")
    void oneBrokerWithRealMoneyStopsTheStart() {
        assertThatThrownBy(() -> guard.check(List.of(SANDBOX, REAL)))
                .hasMessageContaining("found production of [real]");
    }

    @Test
    void sandboxesDoNot() {
        assertThatCode(() -> guard.check(List.of(SANDBOX))).doesNotThrowAnyException();
    }
}
