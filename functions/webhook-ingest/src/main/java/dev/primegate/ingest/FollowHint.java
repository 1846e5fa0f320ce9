package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.NewsInbox;
import dev.primegate.broker.OrderReports;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks at a broker's records because somebody said that there is something new. What he said is
 * not read; the records decide, and he who says it often moves nothing but one question in ten
 * seconds.
 */
@Singleton
class FollowHint {
    private static final Logger LOG = Logger.getLogger(FollowHint.class);
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration UNREAD = Duration.ofDays(1);
    private static final long APART_SECONDS = 10;
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private final Brokers<OrderReports> reports;
    private final FeedLeases leases;
    private final NewsInbox inbox;
    private final Deliver deliver;
    private final Clock clock;

    FollowHint(
            Brokers<OrderReports> reports,
            FeedLeases leases,
            NewsInbox inbox,
            Deliver deliver,
            Clock clock) {
        this.reports = reports;
        this.leases = leases;
        this.inbox = inbox;
        this.deliver = deliver;
        this.clock = clock;
    }

    /** Returns false if the records could not be looked at; true also if a moment ago one tried. */
    boolean follow(BrokerId broker) {
        Instant now = clock.instant();
        String turn = "hint/" + now.getEpochSecond() / APART_SECONDS;
        if (inbox.wasTaken(broker, turn)) {
            return true;
        }
        inbox.taken(broker, turn, now.plus(REMEMBERED));
        return switch (executions(broker, now)) {
            case Fetched.Failed<List<BrokerNews>>(String why) -> {
                LOG.warnf("broker=%s event=hint-failed why=%s", broker, why);
                yield false;
            }
            case Fetched.Whole<List<BrokerNews>>(List<BrokerNews> news, _) -> {
                deliver.deliver(new NewsBatch(broker, news, "hint for " + broker, _ -> {}));
                LOG.infof("broker=%s event=hint-followed news=%d", broker, news.size());
                yield true;
            }
        };
    }

    private Fetched<List<BrokerNews>> executions(BrokerId broker, Instant now) {
        Optional<Instant> cursor = leases.find(broker).flatMap(FeedLeases.Standing::cursor);
        Instant from = cursor.orElseGet(() -> now.minus(UNREAD)).minus(OVERLAP);
        return reports.find(broker)
                .map(records -> records.executionsSince(from))
                .orElseGet(() -> new Fetched.Failed<>("it keeps no records to ask"));
    }
}
