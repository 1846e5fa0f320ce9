package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the middle of a market the reference price of its instrument, now and then. */
@Singleton
class PublishPrice {
    private static final Decimal10 TWO = Decimal10.of("2");

    private final References references;
    private final Config config;
    private final Map<Symbol, Instant> published = new ConcurrentHashMap<>();

    PublishPrice(References references, Config config) {
        this.references = references;
        this.config = config;
    }

    /** Does nothing if the last price is younger than it must be: prices come far faster. */
    void publish(BrokerNews.OfMarket market) {
        Instant last = published.get(market.symbol());
        if (last != null && market.at().isBefore(last.plus(config.every()))) {
            return;
        }
        // To the even digit, so that the middle of two prices has no side.
        Price middle =
                new Price(
                        market.bid()
                                .amount()
                                .plus(market.offer().amount())
                                .over(TWO, RoundingMode.HALF_EVEN));
        references.publish(market.symbol(), new Reference(middle, market.at()));
        published.put(market.symbol(), market.at());
    }

    @ConfigMapping(prefix = "primegate.reference")
    interface Config {
        /** How often a reference price is written. */
        @WithDefault("2s")
        Duration every();
    }
}
