package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final String NOW = "Mon, 02 Nov 2026 10:00:00 GMT";

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "' 30 ', 30",
        "300, 300",
        "301, 300",
        "1000000000, 300",
        "999999999999999999, 300"
    })
    @Proves("X16")
    void secondsAreTakenUpToWhatAnybodyCanMean(String header, long seconds) {
        assertThat(RetryAfter.of(header, null)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 02 Nov 2026 10:00:07 GMT | 7",
                "Mon, 02 Nov 2026 09:59:00 GMT | 0",
                "Mon, 2 Nov 2026 10:01:00 GMT | 60",
                "Tue, 03 Nov 2026 10:00:00 GMT | 300",
            })
    @Proves("X16")
    void aDateIsTakenAgainstTheServersOwnClock(String header, long seconds) {
        assertThat(RetryAfter.of(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "1.5", "9999999999999999999", "2026-11-02"})
    @Proves("X16")
    void whatCannotBeReadIsNoWish(String header) {
        assertThat(RetryAfter.of(header, NOW)).isEmpty();
    }

    @Test
    @Proves("X16")
    void withoutAHeaderThereIsNone() {
        assertThat(RetryAfter.of(null, NOW)).isEmpty();
        assertThat(RetryAfter.of(NOW, null)).isEmpty();
    }
}
