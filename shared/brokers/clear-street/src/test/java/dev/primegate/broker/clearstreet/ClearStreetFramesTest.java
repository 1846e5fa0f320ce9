package dev.primegate.broker.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.kit.FeedReader.Read;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Price;
import dev.primegate.order.OrderEvent;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages of one connection. */
class ClearStreetFramesTest {
    private final ClearStreetFrames frames =
            new ClearStreetFrames(
                    new ClearStreetMapping(SymbolMaster.standard()),
                    new SettableClock(Instant.parse("2026-11-02T15:00:00Z")));

    @Test
    @Proves("X20")
    void theReplayIsNewsOnlyWhenItIsComplete() {
        assertThat(frames.read(ack(1))).isInstanceOf(Read.Nothing.class);
        assertThat(frames.read(trade(2))).isInstanceOf(Read.Nothing.class);
        assertThat(frames.read(order(3, "new", 0))).isInstanceOf(Read.Nothing.class);
        assertThat(frames.isReplayed()).isFalse();

        assertThat(news(frames.read(complete(4)))).hasSize(2);
        assertThat(frames.isReplayed()).isTrue();
        assertThat(news(frames.read(order(5, "partially-filled", 4)))).hasSize(1);
    }

    @Test
    void anEmptyDayIsOneFrameWithoutNews() {
        Read.News news = (Read.News) frames.read(complete(1));

        assertThat(news.frames()).hasSize(1);
        assertThat(news.frames().getFirst().news()).isEmpty();
    }

    @Test
    void aLongDayIsBookedInPieces() {
        for (int i = 1; i <= 250; i++) {
            assertThat(frames.read(order(i, "new", 0))).isInstanceOf(Read.Nothing.class);
        }

        assertThat(((Read.News) frames.read(complete(251))).frames())
                .extracting(frame -> frame.news().size())
                .isEqualTo(List.of(100, 100, 50));
    }

    @Test
    @Proves({"K2", "X20"})
    void aGapEndsTheConnectionThoughAHeartbeatBringsIt() {
        assertThat(frames.read(ack(1))).isInstanceOf(Read.Nothing.class);

        assertThat(frames.read(message(3, "{\"type\":\"heartbeat\"}")))
                .isEqualTo(new Read.Broken("sequence gap: expected 2, found 3"));
    }

    @Test
    @Proves("X19")
    void whatIsRepeatedIsPassedOver() {
        assertThat(frames.read(complete(1))).isInstanceOf(Read.News.class);
        assertThat(frames.read(order(2, "new", 0))).isInstanceOf(Read.News.class);

        assertThat(frames.read(order(2, "new", 0))).isInstanceOf(Read.Nothing.class);
    }

    @Test
    void whatItCallsAnErrorEndsTheConnection() {
        assertThat(frames.read(message(1, "{\"type\":\"error-notice\",\"message\":\"expired\"}")))
                .isEqualTo(new Read.Broken("Clear Street says: expired"));
    }

    @Test
    @Proves("A6")
    void whatCannotBeReadIsKeptAndDoesNotStopTheFeed() {
        assertThat(frames.read(complete(1))).isInstanceOf(Read.News.class);

        assertThat(news(frames.read(order(2, "dreaming", 0))).getFirst())
                .isInstanceOf(BrokerNews.Unreadable.class);
        assertThat(news(frames.read("not JSON")).getFirst())
                .isInstanceOf(BrokerNews.Unreadable.class);
        assertThat(frames.read(message(3, "{\"type\":\"a-word-of-tomorrow\",\"deep\":[{}]}")))
                .isInstanceOf(Read.Nothing.class);
    }

    @Test
    @Proves("A6")
    void aPriceOfTheFeedNeverPassesThroughADouble() {
        assertThat(frames.read(complete(1))).isInstanceOf(Read.News.class);
        BrokerNews.OfOrder news = (BrokerNews.OfOrder) news(frames.read(trade(2))).getFirst();

        assertThat(((OrderEvent.Executed) news.event()).execution().lastPx())
                .isEqualTo(Price.of("12345678901234.1234567891"));
    }

    private static List<BrokerNews> news(Read read) {
        return ((Read.News) read).frames().getFirst().news();
    }

    private static String ack(int sequence) {
        return message(sequence, "{\"type\":\"subscribe-activity-ack\"}");
    }

    private static String complete(int sequence) {
        return message(sequence, "{\"type\":\"replay-complete\"}");
    }

    private static String order(int sequence, String status, int filled) {
        return message(
                sequence,
                """
                {"type":"order-update","updated_at":1793631601456,"order_id":"o-1","version":%d,
                 "state":"open","status":"%s","filled_quantity":"%d"}
                """
                        .formatted(sequence, status, filled));
    }

    private static String trade(int sequence) {
        return message(
                sequence,
                """
                {"type":"trade-notice","created_at":1793631601456,"order_id":"o-1","side":"buy",
                 "trade_id":"t-1","symbol":"AAPL","quantity":4,"price":12345678901234.12345678912}
                """);
    }

    private static String message(int sequence, String payload) {
        return "{\"timestamp\":1793631601456,\"sequence\":%d,\"payload\":%s}"
                .formatted(sequence, payload);
    }
}
