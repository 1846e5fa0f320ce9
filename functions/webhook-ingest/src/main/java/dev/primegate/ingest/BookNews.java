package dev.primegate.ingest;

import dev.primegate.book.Due;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsInbox;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.order.Transition;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Books one piece of a broker's news; told twice it changes nothing. */
@Singleton
class BookNews {
    private static final Logger LOG = Logger.getLogger(BookNews.class);

    private final OrderBook book;
    private final OrderQuery query;
    private final NewsInbox inbox;
    private final PublishPrice prices;
    private final Clock clock;

    BookNews(OrderBook book, OrderQuery query, NewsInbox inbox, PublishPrice prices, Clock clock) {
        this.book = book;
        this.query = query;
        this.inbox = inbox;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * Books {@code news}. What cannot be booked yet waits; what cannot be read is kept and told.
     *
     * @return the order that moved, if one did
     */
    Optional<Order> book(BrokerId broker, BrokerNews news, String by) {
        return switch (news) {
            case BrokerNews.OfOrder ofOrder -> bookOrder(broker, ofOrder, by);
            case BrokerNews.OfMarket market -> {
                prices.publish(broker, market);
                yield Optional.empty();
            }
            case BrokerNews.Unreadable unreadable -> {
                quarantine(broker, unreadable);
                yield Optional.empty();
            }
        };
    }

    private Optional<Order> bookOrder(BrokerId broker, BrokerNews.OfOrder news, String by) {
        Optional<OrderId> id =
                news.orderId().or(() -> book.findByAlias(broker, news.brokerOrderId()));
        if (id.isEmpty()) {
            park(broker, news);
            return Optional.empty();
        }
        try {
            Transition step = book.apply(id.get(), news.event(), by);
            LOG.infof(
                    "order=%s broker=%s event=%s transition=%s status=%s",
                    id.get(),
                    broker,
                    news.event().getClass().getSimpleName(),
                    step.getClass().getSimpleName(),
                    step.order().status());
            return step instanceof Transition.Advanced advanced
                    ? Optional.of(advanced.order())
                    : Optional.empty();
        } catch (OrderBook.UnknownOrderException _) {
            // It looks like an id of ours and is not in this book.
            park(broker, news);
            return Optional.empty();
        }
    }

    private void park(BrokerId broker, BrokerNews.OfOrder news) {
        LOG.warnf("broker=%s brokerOrder=%s event=parked", broker, news.brokerOrderId());
        inbox.park(broker, news, clock.instant());
    }

    /** The order it is about, if that can be told, is looked up at the broker soon. */
    private void quarantine(BrokerId broker, BrokerNews.Unreadable news) {
        Instant now = clock.instant();
        LOG.warnf("broker=%s event=quarantined why=%s", broker, news.why());
        inbox.quarantine(broker, news, now);
        news.order()
                .flatMap(id -> book.findByAlias(broker, id))
                .flatMap(query::find)
                .ifPresent(order -> book.postpone(order.id(), order.version(), Due.lookUp(now)));
    }
}
