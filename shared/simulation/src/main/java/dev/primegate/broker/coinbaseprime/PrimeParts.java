package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.OrderReports;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.runtime.Secrets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The product's Prime adapter, put together by hand over any wire. */
public record PrimeParts(OrderGateway gateway, OrderReports reports) {
    public static PrimeParts over(Wire wire, Secrets secrets, SymbolMaster symbols, Clock clock) {
        PrimeCalls calls = new PrimeCalls(new WiredApi(wire), new Config(), secrets, clock);
        return new PrimeParts(new PrimeGateway(calls), new PrimeReports(calls, symbols));
    }

    private record Config() implements PrimeConfig {
        @Override
        public URI url() {
            return URI.create("http://simulated");
        }

        @Override
        public URI feedUrl() {
            return URI.create("ws://simulated");
        }

        @Override
        public String secret() {
            return "primegate/coinbase-prime/trade";
        }

        @Override
        public List<String> products() {
            return List.of();
        }

        @Override
        public Duration silence() {
            return Duration.ofSeconds(10);
        }
    }
}
