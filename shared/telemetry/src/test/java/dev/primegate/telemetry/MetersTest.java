package dev.primegate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetersTest {
    private final Meters meters = new Meters();

    @Test
    void whatWasReadIsNotReadAgain() {
        meters.count(Metric.ORDERS, "paper");

        assertThat(meters.drain()).containsExactly(count(Metric.ORDERS, 1, "paper"));
        meters.add(Metric.ORDERS, 2, "paper");
        assertThat(meters.drain()).containsExactly(count(Metric.ORDERS, 2, "paper"));
        assertThat(meters.total()).containsExactly(count(Metric.ORDERS, 3, "paper"));
    }

    @Test
    void moreSeriesThanThereMayBeAreRefusedAndThatIsCounted() {
        for (int i = 0; i < Meters.MOST + 5; i++) {
            meters.count(Metric.ORDERS_DENIED, "code-" + i);
        }

        assertThat(meters.drain())
                .hasSize(Meters.MOST + 1)
                .contains(count(Metric.SERIES_REFUSED, 5));
    }

    @Test
    void aClockThatWentBackOrStoodStillBreaksNothing() {
        meters.time(Metric.ORDER_OWN, Duration.ofMillis(-5), "paper");
        meters.time(Metric.ORDER_OWN, Duration.ofDays(2), "paper");

        assertThat(meters.drain())
                .singleElement()
                .isInstanceOfSatisfying(
                        Reading.Spread.class, spread -> assertThat(spread.bars()).hasSize(2));
    }

    @Test
    void whatStandsIsTheLatestAndIsNoNewsTwice() {
        meters.level(Metric.BREAKS, 7, "paper", "quantity");
        meters.level(Metric.BREAKS, 0, "paper", "quantity");
        meters.time(Metric.FEED_AGE, Duration.ofMillis(1_500), "paper", "news");

        List<Reading> readings =
                List.of(
                        level(Metric.FEED_AGE, "1500.000", "paper", "news"),
                        level(Metric.BREAKS, "0", "paper", "quantity"));
        assertThat(meters.drain()).containsExactlyElementsOf(readings);
        assertThat(meters.drain()).isEmpty();
        assertThat(meters.total()).containsExactlyInAnyOrderElementsOf(readings);
    }

    @Test
    void aSeriesHasTheLabelsOfItsMetric() {
        assertThatIllegalArgumentException().isThrownBy(() -> meters.count(Metric.ORDERS));
    }

    @Test
    void everyMetricHasAWordOfItsOwnThatCloudWatchTakes() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::word))
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z_]{1,255}"));
    }

    private static Reading level(Metric metric, String value, String... labels) {
        return new Reading.Level(new Series(metric, List.of(labels)), new BigDecimal(value));
    }

    private static Reading count(Metric metric, long count, String... labels) {
        return new Reading.Count(new Series(metric, List.of(labels)), count);
    }
}
