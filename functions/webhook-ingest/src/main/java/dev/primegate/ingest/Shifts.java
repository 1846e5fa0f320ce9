package dev.primegate.ingest;

import dev.primegate.alert.AlertLog;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderReports;
import dev.primegate.runtime.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Begins shifts. */
@Singleton
class Shifts {
    private final Brokers<NewsFeed> feeds;
    private final Brokers<OrderReports> reports;
    private final Deliver deliver;
    private final AlertLog alerts;
    private final Pause pause;
    private final Clock clock;

    Shifts(
            Brokers<NewsFeed> feeds,
            Brokers<OrderReports> reports,
            Deliver deliver,
            AlertLog alerts,
            Pause pause,
            Clock clock) {
        this.feeds = feeds;
        this.reports = reports;
        this.deliver = deliver;
        this.alerts = alerts;
        this.pause = pause;
        this.clock = clock;
    }

    /** A silence that an earlier run has told of is known from the start, and its end is told. */
    Shift begin(Hold hold) {
        Silence silence = new Silence(feeds.find(hold.broker()).orElseThrow(), alerts, clock);
        silence.watch(hold.heardAt());
        OrderReports records = reports.find(hold.broker()).orElseThrow();
        return new Shift(hold, new Sweep(records, hold, deliver, pause, clock), silence);
    }
}
