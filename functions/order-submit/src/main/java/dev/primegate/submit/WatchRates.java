package dev.primegate.submit;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.BrokerAlerts;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.RateBudget;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Says each minute how much of each broker's rate is used, by all functions together, counts it for
 * the day, and tells a person when five minutes in a row used seven tenths of it or more.
 */
@Singleton
class WatchRates {
    private static final Logger LOG = Logger.getLogger(WatchRates.class);
    private static final int MINUTE = 60;
    private static final int MINUTES = 5;
    private static final int HIGH_PERCENT = 70;

    private final Brokers<OrderGateway> gateways;
    private final RateBudget budget;
    private final KeepRates days;
    private final AlertLog alerts;
    private final Meters meters;
    private final Clock clock;

    WatchRates(
            Brokers<OrderGateway> gateways,
            RateBudget budget,
            KeepRates days,
            AlertLog alerts,
            Meters meters,
            Clock clock) {
        this.gateways = gateways;
        this.budget = budget;
        this.days = days;
        this.alerts = alerts;
        this.meters = meters;
        this.clock = clock;
    }

    /** Looks at the minutes that are over; asked twice in one, it says the same again. */
    void run() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        gateways.all().forEach(gateway -> watch(gateway, minute));
    }

    /** What was high a minute ago and is no longer is over: nothing need be remembered. */
    private void watch(OrderGateway gateway, Instant minute) {
        int seconds = (MINUTES + 1) * MINUTE;
        Instant from = minute.minusSeconds(seconds);
        List<Integer> used = budget.used(gateway.broker(), from, seconds);
        days.keep(gateway, from, used);
        int capacity = gateway.rate().perSecond() * MINUTE;
        int[] percents = new int[MINUTES + 1];
        for (int i = 0; i <= MINUTES; i++) {
            int calls =
                    used.subList(i * MINUTE, (i + 1) * MINUTE).stream()
                            .mapToInt(Integer::intValue)
                            .sum();
            percents[i] = calls * 100 / capacity;
        }
        LOG.infof(
                "broker=%s event=rate-used tier=%s percent=%d",
                gateway.broker(), gateway.rate().tier(), percents[MINUTES]);
        measure(gateway, used.subList(MINUTES * MINUTE, seconds), percents[MINUTES]);
        if (isHigh(percents, 1)) {
            alerts.raise(
                    BrokerAlerts.nearLimit(
                            gateway.broker(), gateway.rate().tier(), HIGH_PERCENT, minute));
        } else if (isHigh(percents, 0)) {
            alerts.raise(BrokerAlerts.belowLimit(gateway.broker(), minute));
        }
    }

    /**
     * All functions together, so the least, the mean and the most of a day are those of the broker.
     */
    private void measure(OrderGateway gateway, List<Integer> minute, int percent) {
        String broker = gateway.broker().name();
        int sum = 0;
        for (int calls : minute) {
            meters.level(Metric.BROKER_CALLS_PER_SECOND, calls, broker);
            sum += calls;
        }
        meters.level(Metric.BROKER_CALLS_PER_MINUTE, sum, broker);
        meters.level(Metric.RATE_USED, percent, broker);
    }

    private static boolean isHigh(int[] percents, int from) {
        for (int i = from; i < from + MINUTES; i++) {
            if (percents[i] < HIGH_PERCENT) {
                return false;
            }
        }
        return true;
    }
}
