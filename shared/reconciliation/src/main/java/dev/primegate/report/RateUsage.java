package dev.primegate.report;

import dev.primegate.broker.RateDay;
import dev.primegate.broker.RateDays;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** How often each broker was called on a day, over all functions, and how much it allowed. */
public record RateUsage(LocalDate day, List<RateDay> rates) {
    private static final Decimal10 HUNDRED = Decimal10.of("100");
    private static final long MINUTE = 60;

    public RateUsage {
        rates = List.copyOf(rates);
    }

    /** Of those brokers that were counted that day. */
    public static RateUsage of(RateDays days, Collection<BrokerId> brokers, LocalDate day) {
        return new RateUsage(
                day, brokers.stream().flatMap(broker -> days.find(broker, day).stream()).toList());
    }

    /** Calls in a second of the minutes that were counted, ties to even: it is for a person. */
    public static Decimal10 meanPerSecond(RateDay rate) {
        return rate.minutes() == 0
                ? Decimal10.ZERO
                : whole(rate.calls()).over(whole(rate.minutes() * MINUTE), RoundingMode.HALF_EVEN);
    }

    /** How much of what was allowed the busiest minute took, in percent, rounded up. */
    public static Decimal10 peakPercent(RateDay rate) {
        return HUNDRED.share(
                whole(rate.peakMinute()),
                whole(rate.limit().perSecond() * MINUTE),
                RoundingMode.CEILING);
    }

    private static Decimal10 whole(long number) {
        return Decimal10.of(Long.toString(number));
    }

    public Table table() {
        List<Table.Column> columns =
                Stream.of(
                                Table.Column.text("broker", "tier"),
                                Table.Column.figures(
                                        "limitPerSecond",
                                        "calls",
                                        "meanPerSecond",
                                        "peakSecond",
                                        "peakMinute",
                                        "peakUsedPercent",
                                        "minutes"),
                                Table.Column.text("countedUntil"))
                        .flatMap(List::stream)
                        .toList();
        return new Table("rates-" + day, columns, rates.stream().map(RateUsage::row).toList());
    }

    private static List<String> row(RateDay rate) {
        return List.of(
                rate.broker().name(),
                rate.limit().tier(),
                Integer.toString(rate.limit().perSecond()),
                Long.toString(rate.calls()),
                meanPerSecond(rate).toString(),
                Integer.toString(rate.peakSecond()),
                Integer.toString(rate.peakMinute()),
                peakPercent(rate).toString(),
                Integer.toString(rate.minutes()),
                rate.until().toString());
    }
}
