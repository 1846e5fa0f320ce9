package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void theTableSaysWhatWasMeasuredAndJudgesNothing() {
        Report report =
                new Report(
                        new Contest.Times(
                                Samples.of(6_000_000, 7_000_000),
                                Samples.of(4_000_000, 3_000_000),
                                Samples.of(3_000_000, 3_000_000)),
                        new Contest.Bytes(150_400, 100_000),
                        new Wire.Traffic(2, 6_746, new BigDecimal("16.0")));

        assertThat(report.text().lines().map(String::stripTrailing))
                .containsExactly(
                        "2 orders each way, in turns; ms of one order",
                        "",
                        "                                   p50       p99    KB allocated",
                        "order-submit over HTTP            6.00      7.00             150",
                        "the same calls by hand            3.00      4.00             100",
                        "ratio                             2.00      1.75            1.51",
                        "aim, at most                      1.50      2.00",
                        "added, of neighbours              3.00",
                        "",
                        "DynamoDB, by hand: 2 requests an order, 6746 bytes there and back, 16.0"
                                + " write units");
    }
}
