package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A history whose order is not the one asked for may have hidden some behind its cursor. */
class PrimeReportsTest {
    @Test
    void timesAreComparedAndNotTheirSpelling() {
        assertThat(isOldestFirst("2026-11-02T10:00:05Z", "2026-11-02T10:00:05.100Z")).isTrue();
        assertThat(isOldestFirst("2026-11-02T10:00:05.1Z", "2026-11-02T10:00:05.100Z")).isTrue();
        assertThat(isOldestFirst("2026-11-02T10:00:05.100Z", "2026-11-02T10:00:05Z")).isFalse();
    }

    @Test
    void anOrderWithoutATimeProvesNothing() {
        assertThatThrownBy(() -> isOldestFirst("2026-11-02T10:00:05Z", ""))
                .isInstanceOf(UnreadableException.class);
    }

    private static boolean isOldestFirst(String... times) {
        List<PrimeMessages.Order> orders =
                Stream.of(times)
                        .map(time ->
                                BrokerJson.read(
                                        "{\"id\":\"o\",\"created_at\":\"%s\"}".formatted(time),
                                        PrimeMessages.Order.class))
                        .toList();
        return PrimeReports.isOldestFirst(orders);
    }
}
