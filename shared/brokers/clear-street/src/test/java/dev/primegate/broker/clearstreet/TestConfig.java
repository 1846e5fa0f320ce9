package dev.primegate.broker.clearstreet;

import dev.primegate.ledger.MarginState;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Its defaults, for whoever has no container. */
record TestConfig(int perSecond, int burst) implements ClearStreetConfig {
    TestConfig() {
        this(10, 10);
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:9");
    }

    @Override
    public URI authUrl() {
        return url();
    }

    @Override
    public URI feedUrl() {
        return url();
    }

    @Override
    public String secret() {
        return "primegate/clear-street/trade";
    }

    @Override
    public Duration silence() {
        return Duration.ofSeconds(30);
    }

    @Override
    public String mpid() {
        return "CLST";
    }

    @Override
    public Set<MarginState.Model> marginModels() {
        return Set.of(MarginState.Model.REG_T, MarginState.Model.PORTFOLIO);
    }

    @Override
    public Rate rate() {
        return new TestRate(perSecond, burst);
    }

    @Override
    public Hours session() {
        return new TestHours();
    }

    private record TestRate(int perSecond, int burst) implements Rate {
        @Override
        public String tier() {
            return "studio";
        }

        @Override
        public int bulkPerSecond() {
            return 1;
        }

        @Override
        public Duration batch() {
            return Duration.ofMillis(50);
        }
    }
}
