package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.bench.ThroughputReport.Row;
import dev.primegate.proof.Proves;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThroughputReportTest {
    private static final Baseline BASELINE =
            new Baseline(
                    Map.of(
                            "orders", new BigDecimal("0.500"),
                            "trades", new BigDecimal("0.400"),
                            "positions", new BigDecimal("0.250")));

    private static final Delayed DELAYED =
            new Delayed(Samples.of(120_000_000, 90_000_000), Duration.ofMillis(50));

    @Test
    @Proves({"L3", "A11"})
    void ordersTradesAndPositionsASecondArePrinted() {
        assertThat(
                        report(new Rate(1_000, 4_000_000_000L))
                                .text(8)
                                .lines()
                                .map(String::stripTrailing))
                .containsExactly(
                        "8 callers at once, both ways in turns",
                        "",
                        "                               product/s   by hand/s     ratio    change",
                        "orders                               250         500     0.500    +0.0 %",
                        "trades                               100         200     0.500   +25.0 %",
                        "positions                            500        2000     0.250    +0.0 %",
                        "",
                        "2 orders to a broker that answers after 50 ms; ms at p95",
                        "ours, at most                      70.00, aim 100: met",
                        "total                             120.00, aim 500: met");
    }

    /** By hand it is 500 orders a second, and the baseline is half of that. */
    @ParameterizedTest
    @CsvSource({"250,true", "226,true", "225,true", "224,false", "1,false"})
    @Proves("L3")
    void aRatioMayLoseTenInAHundredAndNoMore(long perSecond, boolean isAsGood) {
        ThroughputReport report = report(new Rate(perSecond, 1_000_000_000L));

        assertThat(report.isAsGoodAsBefore()).isEqualTo(isAsGood);
    }

    @Test
    @Proves("L3")
    void whatNothingIsStoredOfIsNotTakenForGood() {
        ThroughputReport report =
                new ThroughputReport(
                        List.of(new Row("fills", new Rate(1, 1), new Rate(1, 1))),
                        BASELINE,
                        DELAYED);

        assertThatThrownBy(report::isAsGoodAsBefore).hasMessage("no baseline of fills");
    }

    @ParameterizedTest
    @CsvSource({"150000000,true,true", "150000001,false,true", "500000001,false,false"})
    @Proves("A11")
    void whatIsNotTheBrokersDelayIsOurs(long nanos, boolean own, boolean total) {
        Delayed delayed = new Delayed(Samples.of(nanos), Duration.ofMillis(50));

        assertThat(delayed.isOwnWithinAim()).isEqualTo(own);
        assertThat(delayed.isTotalWithinAim()).isEqualTo(total);
    }

    private static ThroughputReport report(Rate orders) {
        return new ThroughputReport(
                List.of(
                        new Row("orders", orders, new Rate(500, 1_000_000_000L)),
                        new Row(
                                "trades",
                                new Rate(100, 1_000_000_000L),
                                new Rate(200, 1_000_000_000L)),
                        new Row(
                                "positions",
                                new Rate(1_000, 2_000_000_000L),
                                new Rate(1_000, 500_000_000L))),
                BASELINE,
                DELAYED);
    }
}
