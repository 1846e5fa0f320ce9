package dev.primegate.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The table. */
record Report(Contest.Times times, Contest.Bytes bytes, Wire.Traffic traffic) {
    String text() {
        long median = times.product().percentile(50);
        long tail = times.product().percentile(99);
        long medianByHand = times.byHand().percentile(50);
        long tailByHand = times.byHand().percentile(99);
        return "%d orders each way, in turns; ms of one order%n%n".formatted(times.byHand().count())
                + row("", "p50", "p99", "KB allocated")
                + row("order-submit over HTTP", ms(median), ms(tail), kb(bytes.product()))
                + row(
                        "the same calls by hand",
                        ms(medianByHand),
                        ms(tailByHand),
                        kb(bytes.byHand()))
                + row(
                        "ratio",
                        ratio(median, medianByHand),
                        ratio(tail, tailByHand),
                        ratio(bytes.product(), bytes.byHand()))
                + row("aim, at most", "1.50", "2.00", "")
                + row("added, of neighbours", ms(times.added().percentile(50)), "", "")
                + "%nDynamoDB, by hand: %d requests an order, %d bytes there and back, %s write units%n"
                        .formatted(traffic.requests(), traffic.bytes(), traffic.units());
    }

    private static String row(String name, String median, String tail, String allocated) {
        return "%-28s%10s%10s%16s%n".formatted(name, median, tail, allocated);
    }

    private static String ms(long nanos) {
        return BigDecimal.valueOf(nanos, 6).setScale(2, RoundingMode.HALF_EVEN).toString();
    }

    private static String kb(long bytes) {
        return BigDecimal.valueOf(bytes, 3).setScale(0, RoundingMode.HALF_EVEN).toString();
    }

    /** Up, so that none looks better than it is. */
    private static String ratio(long one, long other) {
        return BigDecimal.valueOf(one)
                .divide(BigDecimal.valueOf(Math.max(other, 1)), 2, RoundingMode.CEILING)
                .toString();
    }
}
