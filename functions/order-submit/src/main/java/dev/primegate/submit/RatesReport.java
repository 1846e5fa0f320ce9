package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.primegate.broker.RateDay;
import dev.primegate.report.RateUsage;
import dev.primegate.report.Table;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How often brokers were called on a day. */
@RegisterForReflection
public record RatesReport(LocalDate date, List<RateView> brokers, @JsonIgnore Table table)
        implements Tabular {
    static RatesReport of(RateUsage usage) {
        return new RatesReport(
                usage.day(), usage.rates().stream().map(RateView::of).toList(), usage.table());
    }

    /**
     * The calls to one broker, by all functions.
     *
     * @param meanPerSecond over the minutes that were counted
     * @param peakSecond the calls of the busiest second
     * @param peakMinute the calls of the busiest minute
     * @param peakUsedPercent how much of what the broker allows that was, rounded up
     * @param minutes how many minutes were counted
     */
    @RegisterForReflection
    public record RateView(
            String broker,
            String tier,
            int limitPerSecond,
            long calls,
            String meanPerSecond,
            int peakSecond,
            int peakMinute,
            String peakUsedPercent,
            int minutes,
            Instant countedUntil) {
        static RateView of(RateDay rate) {
            return new RateView(
                    rate.broker().name(),
                    rate.limit().tier(),
                    rate.limit().perSecond(),
                    rate.calls(),
                    RateUsage.meanPerSecond(rate).toString(),
                    rate.peakSecond(),
                    rate.peakMinute(),
                    RateUsage.peakPercent(rate).toString(),
                    rate.minutes(),
                    rate.until());
        }
    }
}
