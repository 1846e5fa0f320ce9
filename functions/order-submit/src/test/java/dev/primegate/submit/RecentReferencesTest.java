package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.Symbol;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import dev.primegate.testkit.Requests;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A price is none after 15 s, and is read again after 3 s. */
class RecentReferencesTest {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");
    private static final Symbol BTC = new Symbol("BTC-USD");
    private static final Symbol ETH = new Symbol("ETH-USD");
    private static final Duration MAX_AGE = Duration.ofSeconds(15);

    private final CountedReferences store = new CountedReferences();
    private final RecentReferences recent =
            new RecentReferences(
                    new SmallRyeConfigBuilder()
                            .addDiscoveredConverters()
                            .withMapping(RiskConfig.class)
                            .build()
                            .getConfigMapping(RiskConfig.class),
                    store);

    @Test
    void ordersThatFollowCloselyShareOneReading() {
        store.publish(BTC, at(T0));

        assertThat(recent.fresh(BTC, T0, MAX_AGE)).contains(at(T0));
        assertThat(recent.fresh(BTC, T0.plusMillis(2_999), MAX_AGE)).contains(at(T0));

        assertThat(store.readings).containsExactly(Set.of(BTC));
    }

    @Test
    void aLaterReadingIsOfAllThatWereAskedForAtOnce() {
        store.publish(BTC, at(T0));
        store.publish(ETH, at(T0));
        var _ = recent.fresh(BTC, T0, MAX_AGE);
        var _ = recent.fresh(ETH, T0, MAX_AGE);

        assertThat(recent.fresh(BTC, T0.plusSeconds(3), MAX_AGE)).isPresent();
        assertThat(recent.fresh(ETH, T0.plusSeconds(3), MAX_AGE)).isPresent();

        assertThat(store.readings).containsExactly(Set.of(BTC), Set.of(BTC, ETH), Set.of(BTC, ETH));
    }

    @Test
    @Proves("X34")
    void aPriceGoesStaleByItsOwnTimeHoweverRecentlyItWasRead() {
        store.publish(BTC, at(T0));

        assertThat(recent.fresh(BTC, T0.plusSeconds(15), MAX_AGE)).contains(at(T0));
        assertThat(recent.fresh(BTC, T0.plusSeconds(15).plusNanos(1), MAX_AGE)).isEmpty();
    }

    @Test
    @Proves("X34")
    void nobodyIsRefusedOnAnOldReading() {
        assertThat(recent.fresh(BTC, T0, MAX_AGE)).isEmpty();
        store.publish(BTC, at(T0.minusSeconds(14)));
        assertThat(recent.fresh(BTC, T0, MAX_AGE)).contains(at(T0.minusSeconds(14)));
        store.publish(BTC, at(T0));

        assertThat(recent.fresh(BTC, T0.plusSeconds(2), MAX_AGE)).contains(at(T0));
    }

    @Test
    void aClockThatWasSetBackMakesNoReadingLastLonger() {
        store.publish(BTC, at(T0.minusSeconds(10)));
        var _ = recent.fresh(BTC, T0, MAX_AGE);
        store.publish(BTC, at(T0.minusSeconds(9)));

        assertThat(recent.fresh(BTC, T0.minusSeconds(5), MAX_AGE)).contains(at(T0.minusSeconds(9)));
    }

    private static Reference at(Instant time) {
        return Requests.price("60000", time);
    }

    /** Prices in memory, and what was asked for at each reading. */
    private static final class CountedReferences implements References {
        private final Map<Symbol, Reference> latest = new HashMap<>();
        private final List<Set<Symbol>> readings = new ArrayList<>();

        @Override
        public Map<Symbol, List<Reference>> all(Set<Symbol> symbols) {
            readings.add(symbols);
            Map<Symbol, List<Reference>> found = new HashMap<>();
            latest.forEach((symbol, reference) -> found.put(symbol, List.of(reference)));
            found.keySet().retainAll(symbols);
            return found;
        }

        @Override
        public void publish(Symbol symbol, Reference reference) {
            latest.put(symbol, reference);
        }
    }
}
