package dev.primegate.broker.alpacabroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.FeedRead;
import dev.primegate.broker.kit.SseItem;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Digest;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what the stream says. */
class AlpacaFramesTest {
    private static final Instant SINCE = Instant.parse("2026-04-20T14:00:00Z");
    private static final ExecId FIRST = new ExecId("a829b698-da07-479f-91e6-f204c77573fc");

    private final AlpacaFrames frames = frames(Payloads.ACCOUNT);

    @Test
    @Proves("K2")
    void theFirstSignOfLifeIsAFrameAsOldAsItsQuestionAndTheNextIsNone() {
        assertThat(frames.apply(new SseItem.Comment("heartbeat")))
                .isEqualTo(new FeedRead.News(new NewsFeed.Frame(List.of(), SINCE)));
        assertThat(frames.apply(new SseItem.Comment("heartbeat")))
                .isEqualTo(new FeedRead.Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "you are reading too slowly, dropped 10000 messages",
                "internal server error",
                "something that nobody has heard of"
            })
    @Proves("K2")
    void aCommentThatIsNotKnownToBeHarmlessEndsTheConnection(String comment) {
        assertThat(frames.apply(new SseItem.Comment(comment)))
                .isEqualTo(new FeedRead.Broken("Alpaca says: " + comment));
    }

    @Test
    @Proves("A4")
    void aFillIsATradeAndWhatItsOrderIsBy() {
        String line = Payloads.line("event-fill");

        NewsFeed.Frame frame = frame(line);

        assertThat(frame.at()).isEqualTo(Instant.parse("2026-04-20T14:12:31.172241Z"));
        assertThat(events(frame))
                .containsExactly(
                        new OrderEvent.Executed(execution(FIRST, "199.87", Optional.empty(), line)),
                        new OrderEvent.Reported(
                                OrderStatus.PARTIALLY_FILLED,
                                Optional.of(
                                        new BrokerOrderId("edada91a-8b55-4916-a153-8c7a9817e708")),
                                Optional.of(Quantity.of("1.5")),
                                Instant.parse("2026-04-20T14:12:30.609783218Z"),
                                Optional.empty()));
        assertThat(frame.news())
                .allMatch(news -> ((BrokerNews.OfOrder) news).orderId().isPresent())
                .extracting(news -> ((BrokerNews.OfOrder) news).eventId())
                .containsExactly(FIRST.text(), "event/01KPNF72Q40XAXKDZK3AABK68T");
    }

    @Test
    @Proves("X24")
    void aBustNamesTheTradeThatIsAnnulled() {
        assertThat(events(frame(Payloads.line("event-bust"))))
                .contains(
                        new OrderEvent.Busted(
                                FIRST, Instant.parse("2026-04-20T15:00:00.500Z"), "trade_bust"));
    }

    @Test
    @Proves("X24")
    void aCorrectionIsABustAndATradeInItsPlace() {
        String line = Payloads.line("event-correct");
        ExecId second = new ExecId("22222222-da07-479f-91e6-f204c77573fc");

        assertThat(events(frame(line)).subList(0, 2))
                .containsExactly(
                        new OrderEvent.Busted(
                                FIRST, Instant.parse("2026-04-20T15:00:01Z"), "trade_correct"),
                        new OrderEvent.Executed(
                                execution(second, "199.80", Optional.of(FIRST), line)));
    }

    @Test
    void whatIsAboutAnotherAccountIsNotToldButShowsThatTheStreamStands() {
        AlpacaFrames others = frames("another");

        assertThat(others.apply(event(Payloads.line("event-fill"))))
                .isEqualTo(
                        new FeedRead.News(
                                new NewsFeed.Frame(
                                        List.of(), Instant.parse("2026-04-20T14:12:31.172241Z"))));
        assertThat(others.apply(event(Payloads.line("event-bust"))))
                .isEqualTo(new FeedRead.Nothing());
    }

    @Test
    @Proves("D1")
    void aTradeIsNotLostForAWordAboutItsOrder() {
        String line =
                Payloads.line("event-fill")
                        .replace("\"status\":\"partially_filled\"", "\"status\":\"frozen\"");

        List<BrokerNews> news = frame(line).news();

        assertThat(((BrokerNews.OfOrder) news.getFirst()).event())
                .isInstanceOf(OrderEvent.Executed.class);
        assertThat(news.getLast())
                .isInstanceOfSatisfying(
                        BrokerNews.Unreadable.class,
                        unread -> {
                            assertThat(unread.why()).contains("unknown order status: frozen");
                            assertThat(unread.order()).isPresent();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "not JSON",
                "{\"at\":\"2026-04-20T15:00:01Z\",\"event_id\":\"7\",\"account_id\":\"a\"}"
            })
    @Proves("D1")
    void whatCannotBeReadIsKeptAndToldAndEndsNothing(String data) {
        assertThat(frame(data).news())
                .singleElement()
                .isInstanceOfSatisfying(
                        BrokerNews.Unreadable.class,
                        unread -> assertThat(unread.raw()).isEqualTo(data));
    }

    @Test
    @Proves("D1")
    void anEventThatIsNotKnownIsKeptAndItsOrderIsStillReported() {
        List<BrokerNews> news =
                frame(Payloads.line("event-new").replace("\"event\":\"new\"", "\"event\":\"odd\""))
                        .news();

        assertThat(news.getFirst()).isInstanceOf(BrokerNews.Unreadable.class);
        assertThat(((BrokerNews.OfOrder) news.getLast()).event())
                .isInstanceOf(OrderEvent.Reported.class);
    }

    @Test
    @Proves("F5")
    void aCancelThatIsRefusedIsTold() {
        String line =
                Payloads.line("event-new")
                        .replace("\"event\":\"new\"", "\"event\":\"order_cancel_rejected\"");

        assertThat(events(frame(line)).getFirst()).isInstanceOf(OrderEvent.CancelRefused.class);
    }

    private static Execution execution(
            ExecId id, String price, Optional<ExecId> corrects, String raw) {
        return new Execution(
                id,
                new Symbol("AAPL"),
                Side.BUY,
                Quantity.of("1.5"),
                Price.of(price),
                Optional.empty(),
                Instant.parse("2026-04-20T14:12:31.100Z"),
                corrects,
                Digest.hex(raw));
    }

    private NewsFeed.Frame frame(String data) {
        return ((FeedRead.News) frames.apply(event(data))).frame();
    }

    private static List<OrderEvent> events(NewsFeed.Frame frame) {
        return frame.news().stream().map(news -> ((BrokerNews.OfOrder) news).event()).toList();
    }

    private static SseItem event(String data) {
        return new SseItem.Event("message", data, "");
    }

    private static AlpacaFrames frames(String account) {
        return new AlpacaFrames(
                new AlpacaEvents(new AlpacaMapping(SymbolMaster.standard()), account), SINCE);
    }
}
