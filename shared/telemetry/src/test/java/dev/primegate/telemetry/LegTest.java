package dev.primegate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.order.OrderId;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LegTest {
    private static final OrderId ORDER = new OrderId("AAAAAAAAAAAAAAAAAAAAAAAA");

    @Test
    @Proves("L1")
    void everyCallOfAnOrderCountsForTheBrokerAndTheNetwork() {
        Leg.Led<String> led =
                Leg.of(
                        ORDER,
                        () -> {
                            called(40, Optional.of(Duration.ofMillis(5)));
                            called(20, Optional.of(Duration.ofMillis(5)));
                            return "sent";
                        });

        assertThat(led.split(Duration.ofMillis(70)))
                .isEqualTo(
                        new LatencySplit(
                                Duration.ofMillis(10),
                                Duration.ofMillis(10),
                                Duration.ofMillis(50)));
        assertThat(led.isProbed()).isTrue();
    }

    @Test
    void aCallWhoseWayWasNeverMeasuredIsSaidToBe() {
        Leg.Led<String> led =
                Leg.of(
                        ORDER,
                        () -> {
                            called(40, Optional.of(Duration.ofMillis(5)));
                            called(20, Optional.empty());
                            return "sent";
                        });

        assertThat(led.isProbed()).isFalse();
    }

    @Test
    void thereIsNoneOutsideOfTheWork() {
        Leg.Led<Optional<OrderId>> led = Leg.of(ORDER, () -> Leg.current().map(Leg::order));

        assertThat(led.result()).contains(ORDER);
        assertThat(Leg.current()).isEmpty();
    }

    private static void called(long millis, Optional<Duration> network) {
        Leg.current()
                .orElseThrow()
                .called(new Leg.Call("paper", Duration.ofMillis(millis), network));
    }
}
