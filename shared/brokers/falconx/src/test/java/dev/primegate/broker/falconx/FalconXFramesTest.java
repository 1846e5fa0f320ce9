package dev.primegate.broker.falconx;

import static dev.primegate.broker.falconx.Payloads.SAID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.FeedReader.Read;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Price;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FalconXFramesTest {
    private final AtomicInteger known = new AtomicInteger();
    private final FalconXFrames frames =
            new FalconXFrames(
                    new FalconXMapping(SymbolMaster.standard()),
                    known::incrementAndGet,
                    Clock.fixed(SAID, ZoneOffset.UTC));

    @Test
    void aPriceOfBothSidesIsAMarketAndOneSideIsNone() {
        assertThat(frames.read(Payloads.text("stream.json")))
                .isEqualTo(
                        news(
                                new BrokerNews.OfMarket(
                                        new Symbol("BTC-USD"),
                                        Price.of("59987.25"),
                                        Price.of("60012.5"),
                                        SAID)));
    }

    @Test
    void crossedPricesAreNoMarket() {
        assertThat(
                        frames.read(
                                Payloads.with(
                                        "stream.json",
                                        "\"sell_price\": 59987.25",
                                        "\"sell_price\": 60012.6")))
                .isInstanceOf(Read.Nothing.class);
    }

    @Test
    void onlyOnceWeAreKnownDoWeSubscribe() {
        assertThat(frames.read("{\"status\":\"success\",\"event\":\"subscribe_response\"}"))
                .isInstanceOf(Read.Nothing.class);
        assertThat(known).hasValue(0);

        assertThat(frames.read("{\"status\":\"success\",\"event\":\"auth_response\"}"))
                .isInstanceOf(Read.Nothing.class);
        assertThat(known).hasValue(1);
    }

    @Test
    void whateverFailsEndsTheConnection() {
        assertThat(
                        frames.read(
                                "{\"status\":\"error\",\"event\":\"auth_response\",\"error\":\"no\"}"))
                .isInstanceOf(Read.Broken.class);
        assertThat(known).hasValue(0);
    }

    @Test
    void whatCannotBeReadIsKeptAndTold() {
        for (String message :
                List.of(
                        "no json",
                        Payloads.with(
                                "stream.json",
                                "\"base_token\": \"BTC\"",
                                "\"base_token\": \"NOCOIN\""),
                        Payloads.with(
                                "stream.json",
                                "\"sell_price\": 59987.25",
                                "\"sell_price\": \"dear\""))) {
            Read.News read = (Read.News) frames.read(message);
            assertThat(read.frames().getFirst().news().getFirst())
                    .isInstanceOf(BrokerNews.Unreadable.class);
        }
    }

    private static Read news(BrokerNews news) {
        return new Read.News(List.of(new NewsFeed.Frame(List.of(news), SAID)));
    }
}
