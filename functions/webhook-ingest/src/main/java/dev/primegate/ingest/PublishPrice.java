package dev.primegate.ingest;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.HaltAlerts;
import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Outlier;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Makes the middle of a market the reference price of its instrument, now and then. One that is 10
 * % or more off what another source says is not believed: it halts the instrument instead.
 */
@Singleton
class PublishPrice {
    private static final Logger LOG = Logger.getLogger(PublishPrice.class);
    private static final Decimal10 TWO = Decimal10.of("2");

    private final References references;
    private final Halts halts;
    private final AlertLog alerts;
    private final Config config;
    private final Map<Market, Instant> looked = new ConcurrentHashMap<>();

    PublishPrice(References references, Halts halts, AlertLog alerts, Config config) {
        this.references = references;
        this.halts = halts;
        this.alerts = alerts;
        this.config = config;
    }

    /** Does nothing if the last price is younger than it must be: prices come far faster. */
    void publish(BrokerId broker, BrokerNews.OfMarket market) {
        Market of = new Market(broker, market.symbol());
        Instant last = looked.get(of);
        if (last != null && market.at().isBefore(last.plus(config.every()))) {
            return;
        }
        Reference reference = new Reference(middle(market), market.at(), source(broker));
        List<Reference> there =
                references.all(Set.of(market.symbol())).getOrDefault(market.symbol(), List.of());
        switch (Outlier.judge(reference.price(), market.at(), reference.source(), there)) {
            case Outlier.Finding.Far far -> stop(of, far, market.at());
            case Outlier.Finding.Near _, Outlier.Finding.Off _ ->
                    references.publish(market.symbol(), reference);
        }
        looked.put(of, market.at());
    }

    /** Which of the two is right nobody knows, so nobody trades. */
    private void stop(Market of, Outlier.Finding.Far far, Instant at) {
        HaltScope scope = HaltScope.of(of.symbol);
        if (halts.halted().contains(scope)) {
            return;
        }
        LOG.errorf("broker=%s symbol=%s event=quote-outlier %s", of.broker, of.symbol, far.text());
        halts.halt(Halt.of(scope, "primegate", "quote of %s: %s".formatted(of.broker, far.text())));
        alerts.raise(HaltAlerts.outlier(of.broker, of.symbol, far, at));
    }

    /** To the even digit, so that the middle of two prices has no side. */
    private static Price middle(BrokerNews.OfMarket market) {
        return new Price(
                market.bid()
                        .amount()
                        .plus(market.offer().amount())
                        .over(TWO, RoundingMode.HALF_EVEN));
    }

    private BrokerId source(BrokerId broker) {
        return config.feeds().stream()
                .filter(feed -> feed.broker().equals(broker.name()))
                .findFirst()
                .map(feed -> new BrokerId(feed.source()))
                .orElse(broker);
    }

    private record Market(BrokerId broker, Symbol symbol) {}

    @ConfigMapping(prefix = "primegate.reference")
    interface Config {
        /** How often a reference price is written. */
        @WithDefault("2s")
        Duration every();

        /** Feeds whose prices are not their broker's own; of any other they are. */
        List<Feed> feeds();

        /** One of them. */
        interface Feed {
            /** Who sends the prices. */
            String broker();

            /**
             * Whose market they are of. By naming another than the broker the operator takes them
             * for independent of it, so that they judge its fills.
             */
            String source();
        }
    }
}
