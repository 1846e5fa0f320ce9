package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    @Test
    void itLastsFromItsFirstMinuteUntilItsLast() {
        assertThat(at(Duration.ofSeconds(599), Duration.ofHours(1))).isEmpty();
        assertThat(at(Duration.ofMinutes(10), Duration.ofHours(1))).hasValue("GONE");
        assertThat(at(Duration.ofSeconds(899), Duration.ofHours(1))).hasValue("GONE");
        assertThat(at(Duration.ofMinutes(15), Duration.ofHours(1))).isEmpty();
        assertThat(at(Duration.ofMinutes(20), Duration.ofHours(1))).hasValue("BUSY");
    }

    @Test
    void inAShorterStormItIsShorter() {
        assertThat(at(Duration.ofSeconds(10), Duration.ofMinutes(1))).hasValue("GONE");
        assertThat(at(Duration.ofSeconds(15), Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void eachKindOfFaultIsMetByBoth() {
        assertThat(Outage.OF_A_STORM)
                .extracting(Outage::channel, Outage::fault)
                .doesNotHaveDuplicates()
                .hasSize(8);
    }

    private static Optional<String> at(Duration after, Duration storm) {
        return Outage.at(START.plus(after), "pagerduty", START, storm);
    }
}
