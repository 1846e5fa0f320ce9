package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateDay;
import dev.primegate.broker.RateDays;
import dev.primegate.proof.Proves;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import dev.primegate.telemetry.Reading;
import dev.primegate.telemetry.Series;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchRatesTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryRateBudget budget = new MemoryRateBudget(clock);
    private final PaperBroker broker = new PaperBroker();
    private final List<Alert> alerts = new ArrayList<>();
    private final Meters meters = new Meters();
    private final RateDays days = new MemoryBooks(clock).rateDays();
    private final WatchRates watch =
            new WatchRates(
                    new Brokers<OrderGateway>(List.of(broker)),
                    budget,
                    new KeepRates(days),
                    alerts::add,
                    meters,
                    clock);

    @Test
    @Proves("L4")
    void fiveMinutesAtSevenTenthsAreToldAndSoIsTheirEnd() {
        minutes(4, 360);
        watch.run();
        assertThat(alerts).isEmpty();

        minutes(1, 360);
        watch.run();
        watch.run();
        assertThat(alerts).extracting(Alert::rule).containsOnly("rate-budget");
        assertThat(alerts).extracting(Alert::id).containsOnly(alerts.getFirst().id());
        assertThat(alerts.getFirst().summary())
                .contains("70 % of the paper rate limit")
                .contains("higher tier");

        minutes(1, 340);
        watch.run();
        assertThat(alerts.getLast().action()).isEqualTo(Alert.Action.RESOLVE);
        assertThat(alerts.getLast().dedupKey()).isEqualTo(alerts.getFirst().dedupKey());
    }

    @Test
    @Proves("L4")
    void aShortPeakIsNothing() {
        minutes(2, 450);
        minutes(1, 100);
        minutes(2, 450);
        watch.run();

        assertThat(alerts).isEmpty();
    }

    @Test
    void theMinuteThatIsOverIsMeasuredSecondBySecond() {
        minutes(5, 0);
        minutes(1, 3);
        watch.run();

        assertThat(meters.drain())
                .contains(
                        spread(Metric.BROKER_CALLS_PER_SECOND, 3, 60),
                        spread(Metric.BROKER_CALLS_PER_MINUTE, 180, 1));
    }

    /** The row of a day on the dashboard is the least, the mean and the most of these values. */
    @Test
    @Proves("A12")
    void theLeastTheMeanAndTheMostOfAllMinutesAreThoseOfTheCallsThatWereMade() {
        for (int perSecond : List.of(0, 3, 9)) {
            minutes(1, perSecond);
            watch.run();
        }

        assertThat(meters.drain())
                .contains(
                        bars(Metric.BROKER_CALLS_PER_SECOND, 0, 60, 3, 60, 9, 60),
                        bars(Metric.BROKER_CALLS_PER_MINUTE, 0, 1, 180, 1, 540, 1));
    }

    /** A run that comes twice, or that was missed, changes no sum; midnight parts the days. */
    @Test
    @Proves("A12")
    void everyMinuteIsCountedOnceForItsDay() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-02T23:57:00Z")));
        for (int perSecond : List.of(1, 2, 3)) {
            minutes(1, perSecond);
            watch.run();
            watch.run();
        }
        minutes(2, 5);
        watch.run();

        LocalDate day = LocalDate.parse("2026-11-02");
        assertThat(days.find(broker.broker(), day))
                .contains(
                        new RateDay(
                                broker.broker(),
                                day,
                                broker.rate(),
                                360,
                                3,
                                180,
                                8,
                                Instant.parse("2026-11-03T00:00:00Z")));
        assertThat(days.find(broker.broker(), day.plusDays(1))).map(RateDay::calls).contains(600L);
    }

    private Reading bars(Metric metric, long... valuesAndCounts) {
        List<Reading.Bar> bars = new ArrayList<>();
        for (int i = 0; i < valuesAndCounts.length; i += 2) {
            bars.add(
                    new Reading.Bar(
                            BigDecimal.valueOf(valuesAndCounts[i]), valuesAndCounts[i + 1]));
        }
        return new Reading.Spread(new Series(metric, List.of(broker.broker().name())), bars);
    }

    private Reading spread(Metric metric, long value, long count) {
        return new Reading.Spread(
                new Series(metric, List.of(broker.broker().name())),
                List.of(new Reading.Bar(BigDecimal.valueOf(value), count)));
    }

    /** So many calls in each second of so many minutes. */
    private void minutes(int minutes, int perSecond) {
        for (int second = 0; second < minutes * 60; second++) {
            for (int call = 0; call < perSecond; call++) {
                var _ = budget.take(broker.broker(), broker.rate(), Purpose.CANCEL);
            }
            clock.advance(Duration.ofSeconds(1));
        }
    }
}
