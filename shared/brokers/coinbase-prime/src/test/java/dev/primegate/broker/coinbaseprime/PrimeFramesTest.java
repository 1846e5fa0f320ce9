package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.kit.FeedReader.Read;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimeFramesTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final String OURS = "5QTUEWGMUQPFLICIRE6TH4M3";

    private final PrimeFrames frames =
            new PrimeFrames(new PrimeMapping(SymbolMaster.standard()), new SettableClock(NOW));

    @Test
    void anOrderOfOurs() {
        List<BrokerNews> news = news(orders(0, order(OURS, "OPEN", "0.3")));

        assertThat(news).hasSize(1);
        BrokerNews.OfOrder told = (BrokerNews.OfOrder) news.getFirst();
        assertThat(told.orderId().orElseThrow().text()).isEqualTo(OURS);
        OrderEvent.Reported reported = (OrderEvent.Reported) told.event();
        assertThat(reported.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(reported.cumQty()).contains(Quantity.of("0.3"));
        assertThat(reported.at()).isEqualTo(Instant.parse("2026-11-02T10:00:00.5Z"));
    }

    @Test
    void theSameNewsHasTheSameIdAndOtherNewsAnother() {
        String first = id(news(orders(0, order(OURS, "OPEN", "0.3"))));

        assertThat(id(news(orders(1, order(OURS, "OPEN", "0.3"))))).isEqualTo(first);
        assertThat(id(news(orders(2, order(OURS, "OPEN", "0.4"))))).isNotEqualTo(first);
    }

    @Test
    @Proves({"K2", "X20"})
    void aGapEndsTheConnection() {
        assertThat(frames.read(heartbeat(7))).isInstanceOf(Read.Nothing.class);
        assertThat(frames.read(orders(8, order(OURS, "OPEN", "0")))).isInstanceOf(Read.News.class);

        assertThat(frames.read(heartbeat(10)))
                .isEqualTo(new Read.Broken("sequence gap: expected 9, found 10"));
    }

    @Test
    @Proves("K2")
    void aRepeatedNumberEndsItToo() {
        frames.read(heartbeat(7));

        assertThat(frames.read(heartbeat(7))).isInstanceOf(Read.Broken.class);
    }

    @Test
    @Proves("G10")
    void oneOrderThatCannotBeReadIsKeptAndTheOthersGoOn() {
        List<BrokerNews> news =
                news(orders(0, order(OURS, "SLEEPING", "0") + "," + order(OURS, "OPEN", "0")));

        assertThat(news.get(0)).isInstanceOf(BrokerNews.Unreadable.class);
        assertThat(((BrokerNews.Unreadable) news.get(0)).order().orElseThrow().text())
                .isEqualTo("p-1");
        assertThat(news.get(1)).isInstanceOf(BrokerNews.OfOrder.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[]", "null", "{\"channel\":\"orders\",\"events\":7}"})
    @Proves("G10")
    void aMessageThatCannotBeReadIsKept(String message) {
        assertThat(news(message).getFirst()).isInstanceOf(BrokerNews.Unreadable.class);
    }

    @Test
    void kindsOfMessagesThatAreNewAreLetGo() {
        assertThat(frames.read("{\"channel\":\"weather\",\"sequence_num\":0,\"events\":[]}"))
                .isInstanceOf(Read.Nothing.class);
    }

    @Test
    void anErrorEndsTheConnection() {
        assertThat(frames.read("{\"type\":\"error\",\"message\":\"ErrSlowConsume\"}"))
                .isEqualTo(new Read.Broken("Prime says: ErrSlowConsume"));
    }

    @Test
    void theBestPricesFollowTheBook() {
        BrokerNews.OfMarket first =
                (BrokerNews.OfMarket)
                        news(prices(0, "snapshot", "bid 59990 1, bid 59980 2, offer 60000 1"))
                                .getFirst();
        assertThat(first.bid()).isEqualTo(Price.of("59990"));
        assertThat(first.offer()).isEqualTo(Price.of("60000"));

        BrokerNews.OfMarket next =
                (BrokerNews.OfMarket)
                        news(prices(1, "update", "bid 59990 0, offer 59995 3")).getFirst();
        assertThat(next.bid()).isEqualTo(Price.of("59980"));
        assertThat(next.offer()).isEqualTo(Price.of("59995"));
    }

    private List<BrokerNews> news(String message) {
        return ((Read.News) frames.read(message)).frames().getFirst().news();
    }

    private static String id(List<BrokerNews> news) {
        return ((BrokerNews.OfOrder) news.getFirst()).eventId();
    }

    private static String heartbeat(int sequence) {
        return "{\"channel\":\"heartbeats\",\"sequence_num\":%d,\"events\":[{}]}"
                .formatted(sequence);
    }

    private static String orders(int sequence, String orders) {
        return """
        {"channel":"orders","timestamp":"2026-11-02T10:00:00.5Z","sequence_num":%d,
         "events":[{"type":"update","orders":[%s]}]}
        """
                .formatted(sequence, orders);
    }

    private static String order(String clientOrderId, String status, String cumQty) {
        return """
        {"order_id":"p-1","client_order_id":"%s","cum_qty":"%s","leaves_qty":"1",
         "status":"%s","product_id":"BTC-USD","order_type":"limit","side":"buy",
         "fee_details":{"trading_desk_fee:":"0"}}
        """
                .formatted(clientOrderId, cumQty, status);
    }

    private static String prices(int sequence, String type, String levels) {
        StringBuilder updates = new StringBuilder();
        for (String level : levels.split(", ", -1)) {
            String[] words = level.split(" ", -1);
            updates.append(updates.isEmpty() ? "" : ",")
                    .append(
                            "{\"side\":\"%s\",\"px\":\"%s\",\"qty\":\"%s\"}"
                                    .formatted(words[0], words[1], words[2]));
        }
        return """
        {"channel":"l2_data","timestamp":"2026-11-02T10:00:00.5Z","sequence_num":%d,
         "events":[{"type":"%s","product_id":"BTC-USD","updates":[%s]}]}
        """
                .formatted(sequence, type, updates);
    }
}
