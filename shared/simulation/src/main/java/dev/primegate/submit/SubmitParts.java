package dev.primegate.submit;

import dev.primegate.broker.AccountReports;
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
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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
            Venues venues,
            SymbolMaster symbols,
            Caps caps,
            Ids ids,
            Clock clock) {
        Brokers<OrderGateway> gateways = new Brokers<>(venues.gateways);
        RiskConfig config = config(caps);
        RecentReferences references = new RecentReferences(config, store.references());
        RiskDesk risk =
                new RiskDesk(
                        config,
                        new RiskRules(config, symbols),
                        new RampCheck(config, store.ramp()),
                        references,
                        symbols);
        DraftOrder drafts =
                new DraftOrder(
                        gateways,
                        new Routing(routes(venues.gateways), new KnownHealth(new Healthy(), clock)),
                        new OrderChecks(risk, new QuoteDesk(store.quotes(), store.references()), (_, _) -> Optional.empty()),
                        symbols,
                        new Attempts(ids, new Release()));
        Detour detour =
                new RuledDetour(
                        drafts,
                        new Cover(new Brokers<>(venues.accounts), symbols, config),
                        store.book(),
                        clock);
        SendOrder sender = new SendOrder(store.book(), (_, _) -> Optional::empty, detour, clock);
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

    /** As the product reads it, so that what a simulation does not set is as it is by default. */
    private static RiskConfig config(Caps caps) {
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

    /** Everything goes to each of them alike, by the hash of its id. */
    private static RoutingConfig routes(List<OrderGateway> gateways) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .withMapping(RoutingConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter());
        builder.withDefaultValue("primegate.routing.rules[0].name", "all");
        for (int i = 0; i < gateways.size(); i++) {
            builder.withDefaultValue(
                    "primegate.routing.rules[0].to[%d].broker".formatted(i),
                    gateways.get(i).broker().name());
        }
        return builder.build().getConfigMapping(RoutingConfig.class);
    }

    /** The brokers that orders may go to. */
    public record Venues(List<OrderGateway> gateways, List<AccountReports> accounts) {}

    private record Release() implements ReleaseConfig {
        @Override
        public long number() {
            return 1;
        }

        @Override
        public long minimum() {
            return 0;
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
}
