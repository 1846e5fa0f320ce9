package dev.primegate.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.proof.Proves;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times that a statement writes by its account's own clock. */
class FlexTimeTest {
    @ParameterizedTest
    @CsvSource({
        "20261120;205900, America/New_York, 2026-11-21T01:59:00Z",
        "20260720;205900, America/New_York, 2026-07-21T00:59:00Z",
        "2026-11-20 20:59:00, Asia/Tokyo, 2026-11-20T11:59:00Z",
        "'2026-11-20,20:59:00', Europe/Zurich, 2026-11-20T19:59:00Z",
        "20261120T205900, UTC, 2026-11-20T20:59:00Z",
        // Skipped by a clock change, and told twice by another.
        "20260308;023000, America/New_York, 2026-03-08T07:30:00Z",
        "20261101;013000, America/New_York, 2026-11-01T05:30:00Z",
    })
    @Proves("I1")
    void aTimeIsReadByTheZoneOfItsAccount(String text, ZoneId zone, Instant expected) {
        assertThat(FlexTime.of("dateTime", text).in(zone)).contains(expected);
    }

    @Test
    void aDayAloneHasNoMoment() {
        assertThat(FlexTime.of("dateTime", "20261120").in(ZoneId.of("Asia/Tokyo")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void whatIsNoTimeIsRefused() {
        assertThatThrownBy(() -> FlexTime.of("dateTime", "20261120;250000"))
                .isInstanceOf(RuntimeException.class);
    }
}
