package dev.primegate.broker.alpacabroker;

import java.net.URI;
import java.time.Duration;

/** Its defaults, for whoever has no container. */
record TestConfig() implements AlpacaConfig {
    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:9");
    }

    @Override
    public URI authUrl() {
        return url();
    }

    @Override
    public String secret() {
        return "primegate/alpaca-broker/trade";
    }

    @Override
    public Duration silence() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Rate rate() {
        return new TestRate();
    }

    private record TestRate() implements Rate {
        @Override
        public String tier() {
            return "partner";
        }

        @Override
        public int perSecond() {
            return 10;
        }

        @Override
        public int burst() {
            return 10;
        }
    }
}
