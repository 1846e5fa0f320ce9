package dev.primegate.broker.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an order that is in no list may be called absent. Times are of New York in winter. */
class ClearStreetSessionTest {
    private final ClearStreetSession session = new ClearStreetSession(new TestHours());

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T15:00:00Z, 2026-11-02T21:05:00Z",
        "2026-11-02T15:00:00Z, 2026-11-03T04:59:59Z",
        "2026-11-02T05:00:00Z, 2026-11-02T22:00:00Z",
        "2026-11-27T15:00:00Z, 2026-11-27T18:05:00Z"
    })
    @Proves("X2")
    void betweenTheCloseOfItsSessionAndMidnight(Instant signedAt, Instant askedAt) {
        assertThat(session.doubt(signedAt, askedAt)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T15:00:00Z, 2026-11-02T20:59:59Z, not over",
        "2026-11-02T15:00:00Z, 2026-11-02T21:04:59Z, not over",
        "2026-11-02T15:00:00Z, 2026-11-03T05:00:00Z, its lists show",
        "2026-11-02T21:00:00Z, 2026-11-02T22:00:00Z, another day",
        "2026-11-01T15:00:00Z, 2026-11-01T22:00:00Z, another day",
        "2026-11-26T15:00:00Z, 2026-11-26T22:00:00Z, another day",
        "2026-11-27T18:30:00Z, 2026-11-27T22:00:00Z, another day"
    })
    @Proves("X12")
    void atNoOtherTime(Instant signedAt, Instant askedAt, String why) {
        assertThat(session.doubt(signedAt, askedAt))
                .hasValueSatisfying(doubt -> assertThat(doubt).contains(why));
    }
}
