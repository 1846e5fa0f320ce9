package dev.primegate.submit;

import dev.primegate.broker.BrokerHealth;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.runtime.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product's order-submit function, put together by hand. */
public final class SubmitParts {
    private final SubmitOrder submit;
    private final CancelOrder cancel;
    private final FinishCancels minute;
    private final StoreParts store;
    private final Clock clock;

    private SubmitParts(SubmitOrder submit, CancelOrder cancel, StoreParts store, Clock clock) {
        this.submit = submit;
        this.cancel = cancel;
        this.minute = new FinishCancels(store.query(), cancel, clock);
        this.store = store;
        this.clock = clock;
    }

    /** Puts it together; {@code limits} are those of every account. */
    public static SubmitParts over(
            StoreParts store,
            OrderGateway gateway,
            SymbolMaster symbols,
            Caps caps,
            Ids ids,
            Clock clock) {
        Brokers<OrderGateway> gateways = new Brokers<>(List.of(gateway));
        RiskDesk risk = new RiskDesk(new Config(caps), store.references(), symbols);
        DraftOrder drafts =
                new DraftOrder(
                        gateways,
                        new Routing(
                                new OneRoute(gateway.broker().name()),
                                new KnownHealth(new Healthy(), clock)),
                        risk,
                        symbols,
                        ids);
        SendOrder sender = new SendOrder(store.book(), (_, _) -> Optional::empty, clock);
        return new SubmitParts(
                new SubmitOrder(drafts, store.book(), store.query(), sender, clock),
                new CancelOrder(store.book(), gateways, clock),
                store,
                clock);
    }

    /** What an OMS is told. */
    public Told submit(NewOrder order) {
        return switch (submit.submit(order, clock.instant().plusSeconds(29))) {
            case Submission.Received _ -> Told.RECEIVED;
            case Submission.InDoubt _ -> Told.IN_DOUBT;
            case Submission.Replayed _ -> Told.REPLAYED;
            case Submission.IdentityTaken _ -> Told.IDENTITY_TAKEN;
            case Submission.Denied _ -> Told.DENIED;
            case Submission.Rejected _ -> Told.REJECTED;
            case Submission.NotSent _ -> Told.NOT_SENT;
            case Submission.NoBroker _,
                    Submission.ClockSkewed _,
                    Submission.OutOfTime _,
                    Submission.TryLater _ ->
                    Told.TRY_LATER;
        };
    }

    /** Asks for the order's end, if it is there and open. */
    public void cancel(OrderId id) {
        Optional<Order> open = store.query().find(id).filter(order -> order.status().isOpen());
        open.ifPresent(order -> cancel.cancel(order, "oms"));
    }

    /** What its schedule does each minute. */
    public void runMinutely() {
        minute.run(clock.instant().plus(Duration.ofSeconds(20)));
    }

    /** What an OMS is told of its submission. */
    public enum Told {
        RECEIVED,
        IN_DOUBT,
        REPLAYED,
        IDENTITY_TAKEN,
        DENIED,
        REJECTED,
        NOT_SENT,
        TRY_LATER;

        /** Whether the OMS was promised that the order is written down. */
        public boolean isPromise() {
            return this == RECEIVED || this == IN_DOUBT || this == REPLAYED;
        }
    }

    /**
     * The limits of every account.
     *
     * @param units the longest and the shortest position, in units
     * @param openNotional in all open orders
     */
    public record Caps(String units, String openNotional, int openOrders) {}

    private record OneRoute(String broker) implements RoutingConfig {
        @Override
        public List<Rule> rules() {
            return List.of();
        }

        @Override
        public Duration healthMaxAge() {
            return Duration.ofSeconds(5);
        }
    }

    private record Healthy() implements BrokerHealth {
        @Override
        public Map<BrokerId, Standing> standings(Collection<BrokerId> brokers) {
            return Map.of();
        }

        @Override
        public boolean trip(BrokerId broker, Standing seen, Instant probeFrom) {
            return false;
        }

        @Override
        public Standing claim(BrokerId broker, Standing seen, Instant until) {
            return seen;
        }

        @Override
        public boolean restore(BrokerId broker, Standing seen) {
            return false;
        }
    }

    private record Config(Caps caps) implements RiskConfig {
        @Override
        public String currency() {
            return "USD";
        }

        @Override
        public BigDecimal maxOrderNotional() {
            return new BigDecimal("1000000");
        }

        @Override
        public BigDecimal openNotional() {
            return new BigDecimal(caps.openNotional);
        }

        @Override
        public int openOrders() {
            return caps.openOrders;
        }

        @Override
        public Duration referenceMaxAge() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration duplicateWindow() {
            return Duration.ZERO;
        }

        @Override
        public Map<String, SymbolLimits> symbols() {
            return Map.of("BTC-USD", new Symbol(caps), "ETH-USD", new Symbol(caps));
        }
    }

    private record Symbol(Caps caps) implements RiskConfig.SymbolLimits {
        @Override
        public BigDecimal maxOrderQty() {
            return new BigDecimal(caps.units);
        }

        @Override
        public BigDecimal maxLong() {
            return new BigDecimal(caps.units);
        }

        @Override
        public BigDecimal maxShort() {
            return new BigDecimal(caps.units);
        }
    }
}
