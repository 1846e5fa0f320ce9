package dev.primegate.testkit;

import static dev.primegate.testkit.Requests.BROKER;
import static dev.primegate.testkit.Requests.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.primegate.alert.Alert;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsInbox;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of news and prices does. */
public abstract class NewsContract {
    private static final Instant T0 = BookContract.T0;
    private static final BrokerId OTHER = new BrokerId("falconx");

    private static final NewOrder ORDER = Requests.buy("news", "1");

    private static final List<OrderEvent> EVENTS =
            List.of(
                    Requests.executed(ORDER, "f1", "0.123456789"),
                    Requests.reported(OrderStatus.FILLED, "b1", Optional.of("1")),
                    Requests.reported(OrderStatus.NEW, "b1"));

    protected final SettableClock clock = new SettableClock(T0);
    private Books books = new MemoryBooks(clock);

    /** An empty store that tells time by {@link #clock}. */
    protected abstract Books open();

    @BeforeEach
    void start() {
        books = open();
    }

    @Test
    @Proves("X25")
    void parkedNewsComesBackAsItWas() {
        NewsInbox inbox = books.inbox();
        List<BrokerNews.OfOrder> all =
                IntStream.range(0, EVENTS.size())
                        .mapToObj(i -> news("e" + i, EVENTS.get(i)))
                        .toList();
        all.forEach(news -> inbox.park(BROKER, news, T0));
        inbox.park(BROKER, all.getFirst(), T0.plusSeconds(9));

        assertThat(inbox.parked(BROKER))
                .containsExactlyElementsOf(
                        all.stream().map(news -> new NewsInbox.Parked(news, T0)).toList());
        assertThat(inbox.parked(OTHER)).isEmpty();
    }

    @Test
    void unparkedNewsIsGone() {
        books.inbox().park(BROKER, news("e1", EVENTS.getFirst()), T0);

        books.inbox().unpark(BROKER, "e1");

        assertThat(books.inbox().parked(BROKER)).isEmpty();
    }

    @Test
    @Proves("G10")
    void newsThatCannotBeReadAlertsOnceForEachMessage() {
        BrokerNews.Unreadable odd =
                new BrokerNews.Unreadable("e1", "{}", "no status", Optional.empty());
        books.inbox().quarantine(BROKER, odd, T0);
        books.inbox().quarantine(BROKER, odd, T0.plusSeconds(5));

        assertThat(books.alerts()).extracting(Alert::rule).containsExactly("news-quarantined");
    }

    @Test
    void aTakenMessageIsRememberedForItsSenderAlone() {
        books.inbox().taken(BROKER, "m1", T0.plusSeconds(900));

        assertThat(books.inbox().wasTaken(BROKER, "m1")).isTrue();
        assertThat(books.inbox().wasTaken(BROKER, "m2")).isFalse();
        assertThat(books.inbox().wasTaken(OTHER, "m1")).isFalse();
    }

    @Test
    void theLatestPriceStaysWhateverComesLate() {
        Reference late = Requests.price("60000.01", T0);
        books.references().publish(BTC, late);
        books.references().publish(BTC, Requests.price("1", T0.minusSeconds(1)));

        assertThat(books.references().latest(BTC)).contains(late);
    }

    @Test
    @Proves("H3")
    void eachSourceKeepsItsOwnPriceAndTheLatestIsTheLatestOfAll() {
        Reference theirs = new Reference(Price.of("60000.01"), T0, BROKER);
        Reference others = new Reference(Price.of("59999"), T0.plusSeconds(1), OTHER);
        books.references().publish(BTC, others);
        books.references().publish(BTC, theirs);

        assertThat(books.references().all(Set.of(BTC)))
                .containsOnlyKeys(BTC)
                .extractingByKey(BTC, list(Reference.class))
                .containsExactlyInAnyOrder(theirs, others);
        assertThat(books.references().latest(BTC)).contains(others);
    }

    @Test
    void severalPricesAreReadAtOnceAndThoseThatAreNotThereAreLeftOut() {
        Symbol eth = new Symbol("ETH-USD");
        Reference price = Requests.price("60000.01", T0);
        Reference other = Requests.price("3000", T0.plusSeconds(1));
        books.references().publish(BTC, price);
        books.references().publish(eth, other);

        assertThat(books.references().latest(Set.of(BTC, eth, new Symbol("SOL-USD"))))
                .isEqualTo(Map.of(BTC, price, eth, other));
        assertThat(books.references().latest(Set.of(eth))).isEqualTo(Map.of(eth, other));
    }

    private static BrokerNews.OfOrder news(String eventId, OrderEvent event) {
        return new BrokerNews.OfOrder(
                Optional.of(ORDER.id()), new BrokerOrderId("b1"), event, eventId);
    }
}
