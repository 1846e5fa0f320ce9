package dev.primegate.submit;

import dev.primegate.risk.TradingState;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The settings of order-submit in one course of events.
 *
 * @param ordersInDoubt how many of them open the breaker
 */
public record Settings(Caps caps, Stop stop, Drop drop, int ordersInDoubt) {
    /**
     * The limits of every account.
     *
     * @param units the longest and the shortest position, in units
     * @param openNotional in all open orders
     */
    public record Caps(String units, String openNotional, int openOrders) {}

    /** The one stop-loss there is, of a long position. */
    public record Stop(String tenant, String account, String symbol, BigDecimal price)
            implements StopLossConfig.Trigger {
        @Override
        public String id() {
            return "simulated";
        }

        @Override
        public StopLossConfig.Direction direction() {
            return StopLossConfig.Direction.BELOW;
        }

        @Override
        public int maxSlippageBps() {
            return 100;
        }
    }

    /** The one drawdown limit there is. */
    public record Drop(String account, BigDecimal capital, int bps, TradingState then)
            implements DrawdownConfig.Limit {
        @Override
        public OptionalInt reduceBps() {
            return then == TradingState.REDUCING ? OptionalInt.of(bps) : OptionalInt.empty();
        }

        @Override
        public OptionalInt haltBps() {
            return then == TradingState.HALTED ? OptionalInt.of(bps) : OptionalInt.empty();
        }
    }

    StopLossConfig stops() {
        return new Stops(List.of(stop));
    }

    DrawdownConfig drawdowns() {
        return () -> List.of(drop);
    }

    Breaker.Config breaker() {
        return new Doubts(ordersInDoubt);
    }

    /** As the product reads it, so that what is not set here is as it is by default. */
    RiskConfig risk() {
        Map<String, String> values = new HashMap<>();
        values.put("max-order-notional", "1000000");
        values.put("open-notional", caps.openNotional);
        values.put("open-orders", Integer.toString(caps.openOrders));
        values.put("orders-per-second", "0");
        values.put("orders-per-minute", "0");
        values.put("max-order-qty", caps.units);
        values.put("max-long", caps.units);
        values.put("max-short", caps.units);
        values.put("duplicate-window", "0s");
        values.put("ramp.enabled", "false");
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .withMapping(RiskConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter());
        values.forEach((name, value) -> builder.withDefaultValue("primegate.risk." + name, value));
        return builder.build().getConfigMapping(RiskConfig.class);
    }

    private record Stops(List<Trigger> triggers) implements StopLossConfig {
        @Override
        public Duration patience() {
            return Duration.ofSeconds(60);
        }
    }

    private record Doubts(int ordersInDoubt) implements Breaker.Config {
        @Override
        public int failures() {
            return 1_000;
        }

        @Override
        public Duration window() {
            return Duration.ofMinutes(5);
        }
    }
}
