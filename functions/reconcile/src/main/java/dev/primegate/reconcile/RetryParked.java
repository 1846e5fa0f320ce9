package dev.primegate.reconcile;

import dev.primegate.book.Due;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.NewsInbox;
import dev.primegate.broker.OrderReports;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Books news that came before we knew which order it is about; what stays unclaimed is adopted. */
@Singleton
class RetryParked {
    private static final Logger LOG = Logger.getLogger(RetryParked.class);
    private static final String BY = "reconcile";

    /** Time enough for an answer that is under way to be recorded. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Beyond the longest lease and fence: every order in doubt is due by then. */
    private static final Duration HORIZON = Duration.ofDays(1);

    private static final int AT_MOST = 1000;

    private final Brokers<OrderReports> brokers;
    private final NewsInbox inbox;
    private final OrderBook book;
    private final OrderQuery query;
    private final AdoptOrphans adoption;
    private final Clock clock;

    RetryParked(
            Brokers<OrderReports> brokers,
            NewsInbox inbox,
            OrderBook book,
            OrderQuery query,
            AdoptOrphans adoption,
            Clock clock) {
        this.brokers = brokers;
        this.inbox = inbox;
        this.book = book;
        this.query = query;
        this.adoption = adoption;
        this.clock = clock;
    }

    Tally retry() {
        Tally tally = Tally.NONE;
        for (OrderReports broker : brokers.all()) {
            tally = tally.plus(retry(broker.broker()));
        }
        return tally;
    }

    private Tally retry(BrokerId broker) {
        Tally tally = adoption.attach(broker);
        List<BrokerNews.OfOrder> unclaimed = new ArrayList<>();
        Instant now = clock.instant();
        for (NewsInbox.Parked parked : inbox.parked(broker)) {
            boolean claimed = claim(broker, parked.news());
            tally = tally.plus(claimed ? Tally.Outcome.MOVED : Tally.Outcome.WAITS);
            if (!claimed && parked.at().plus(PATIENCE).isBefore(now)) {
                unclaimed.add(parked.news());
            }
        }
        if (!unclaimed.isEmpty() && !anyInDoubt(broker)) {
            adopt(broker, unclaimed);
        }
        return tally;
    }

    /** A bust after what it annuls. */
    private void adopt(BrokerId broker, List<BrokerNews.OfOrder> unclaimed) {
        unclaimed.sort(Comparator.comparing(news -> news.event() instanceof OrderEvent.Busted));
        for (BrokerNews.OfOrder news : unclaimed) {
            if (adoption.adopt(broker, news)) {
                inbox.unpark(broker, news.eventId());
            }
        }
    }

    /** Books the news if its order is known by now. */
    private boolean claim(BrokerId broker, BrokerNews.OfOrder news) {
        Optional<OrderId> id =
                book.findByAlias(broker, news.brokerOrderId())
                        .or(() -> news.orderId().filter(own -> query.find(own).isPresent()));
        id.ifPresent(found -> {
            var _ = book.apply(found, news.event(), BY);
            inbox.unpark(broker, news.eventId());
            LOG.infof("order=%s broker=%s event=unparked", found, broker);
        });
        return id.isPresent();
    }

    /** While an order is in doubt, the unclaimed news may be its own. */
    private boolean anyInDoubt(BrokerId broker) {
        return Stream.of(Due.Duty.LOOK_UP, Due.Duty.CONFIRM_ABSENCE)
                .flatMap(duty -> query.due(duty, clock.instant().plus(HORIZON), AT_MOST).stream())
                .map(query::find)
                .flatMap(Optional::stream)
                .anyMatch(order -> isInDoubt(order, broker));
    }

    private static boolean isInDoubt(Order order, BrokerId broker) {
        return order.status().isOpen()
                && order.route().broker().equals(broker)
                && !order.progress().isKnownToBroker();
    }
}
