package dev.primegate.submit;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.BrokerHealth;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Purpose;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import dev.primegate.runtime.Ids;
import dev.primegate.runtime.Turns;
import dev.primegate.telemetry.Meters;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
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
    private final MinuteRun minute;
    private final Breaker breaker;
    private final HaltTrading halting;
    private final StoreParts store;
    private final Clock clock;

    private SubmitParts(
            SubmitOrder submit,
            CancelOrder cancel,
            MinuteRun minute,
            Breaker breaker,
            HaltTrading halting,
            StoreParts store,
            Clock clock) {
        this.submit = submit;
        this.cancel = cancel;
        this.minute = minute;
        this.breaker = breaker;
        this.halting = halting;
        this.store = store;
        this.clock = clock;
    }

    /** Puts it together. */
    public static SubmitParts over(
            StoreParts store,
            Venues venues,
            SymbolMaster symbols,
            Settings settings,
            Ids ids,
            Clock clock) {
        Brokers<OrderGateway> gateways = new Brokers<>(venues.gateways);
        RiskConfig config = settings.risk();
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
                        new OrderChecks(
                                risk,
                                new QuoteDesk(store.quotes(), store.references()),
                                (_, _) -> Optional.empty()),
                        symbols,
                        new Attempts(ids, new Release(), new Submitting()));
        Detour detour =
                new RuledDetour(
                        drafts,
                        new Cover(new Brokers<>(venues.accounts), symbols, config),
                        store.book(),
                        clock);
        SendOrder sender = new SendOrder(store.book(), new WorldQueue(venues.turns), detour, clock);
        SubmitOrder submit = new SubmitOrder(drafts, store.book(), store.query(), sender, clock);
        CancelOrder cancel = new CancelOrder(store.book(), gateways, clock);
        Breaker breaker =
                new Breaker(
                        settings.breaker(), store.query(), store.halts(), store.failures(), clock);
        SweepHalts sweep = new SweepHalts(store.halts(), store.query(), store.book(), clock);
        MinuteRun minute =
                new MinuteRun(
                        store.halts(),
                        new RetireReleases(new Release(), store.halts()),
                        breaker,
                        sweep,
                        new FinishCancels(store.query(), cancel, clock),
                        new WatchRates(
                                gateways,
                                store.rates(),
                                new KeepRates(store.rateDays()),
                                store.alerts(),
                                new Meters(),
                                clock),
                        new ProbeBrokers(
                                new Healthy(), new Brokers<>(List.of()), store.alerts(), clock),
                        new StopLoss(
                                settings.stops(),
                                new StopLossDesk(
                                        config, store.references(), store.ledger(), symbols),
                                submit,
                                store.query(),
                                store.alerts(),
                                clock),
                        new WatchDrawdown(
                                new Drawdowns(settings.drawdowns(), config),
                                new ProfitDesk(config, store.references(), store.ledger(), symbols),
                                store.peaks(),
                                store.halts(),
                                store.alerts(),
                                clock),
                        new OutlierSwitches(gateways, symbols, store.references(), clock));
        return new SubmitParts(
                submit,
                cancel,
                minute,
                breaker,
                new HaltTrading(store.halts(), sweep, gateways, clock),
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

    /** The first part of it alone, which fails if it cannot look. */
    public void runBreaker() {
        breaker.check();
    }

    /** What {@code PUT /v1/halts/{scope}} does. */
    public void halt(HaltScope scope, TradingState state, boolean sweeps, String by) {
        halting.halt(scope, new HaltTrading.Wish(state, "drill", sweeps), by);
    }

    /** What {@code GET /v1/halts} shows: whether the scope is in its list. */
    public boolean isListed(HaltScope scope) {
        return HaltList.of(store.halts().cases(), store.halts().notes(50), List.of())
                .halts()
                .stream()
                .anyMatch(view -> view.scope().equals(scope.text()));
    }

    /** What {@code DELETE /v1/halts/{scope}} does. */
    public void resume(HaltScope scope, String by) {
        var _ = store.halts().resume(scope, by, "drill over");
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
    public record Venues(List<OrderGateway> gateways, List<AccountReports> accounts, Turns turns) {}

    /** As the product's, but that it waits before the admission and not beside it. */
    private record WorldQueue(Turns turns) implements Queue {
        @Override
        public Place join(OrderGateway gateway, Instant until) {
            Optional<String> refusal = wait(gateway, until);
            return () -> refusal;
        }

        private Optional<String> wait(OrderGateway gateway, Instant until) {
            try {
                return RateQueue.refusal(
                        turns.await(gateway.broker(), gateway.rate(), Purpose.ORDER, until));
            } catch (RuntimeException e) {
                return Optional.of("the rate budget cannot be read: " + e);
            }
        }
    }

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

    private record Submitting() implements SubmitConfig {
        @Override
        public Duration timeout() {
            return Duration.ofSeconds(29);
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(3);
        }

        @Override
        public boolean preview() {
            return false;
        }

        @Override
        public int batchParallel() {
            return 8;
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
