package dev.primegate.submit;

import dev.primegate.broker.BrokerHealth;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateBudget;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.Turn;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import dev.primegate.runtime.Ids;
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
            OrderGateway gateway,
            SymbolMaster symbols,
            Settings settings,
            Ids ids,
            Clock clock) {
        Brokers<OrderGateway> gateways = new Brokers<>(List.of(gateway));
        RiskConfig config = settings.risk();
        RiskDesk risk =
                new RiskDesk(
                        config,
                        new RiskRules(config, symbols),
                        new RampCheck(config, store.ramp()),
                        new RecentReferences(config, store.references()),
                        symbols);
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
        SubmitOrder submit =
                new SubmitOrder(drafts, store.book(), store.query(), sender, clock);
        CancelOrder cancel = new CancelOrder(store.book(), gateways, clock);
        Breaker breaker =
                new Breaker(
                        settings.breaker(),
                        store.query(),
                        store.halts(),
                        store.failures(),
                        clock);
        SweepHalts sweep =
                new SweepHalts(store.halts(), store.query(), store.book(), clock);
        MinuteRun minute =
                new MinuteRun(
                        store.halts(),
                        breaker,
                        sweep,
                        new FinishCancels(store.query(), cancel, clock),
                        new WatchRates(
                                new Brokers<>(List.of()), new Unlimited(), store.alerts(), clock),
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
                                new ProfitDesk(
                                        config, store.references(), store.ledger(), symbols),
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
        return HaltList.of(store.halts().cases(), store.halts().notes(50), List.of()).halts().stream()
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

    /** Never asked, since no broker is looked at. */
    private static final class Unlimited implements RateBudget {
        @Override
        public Turn take(BrokerId broker, RateLimit limit, Purpose purpose) {
            throw new IllegalStateException("no call is counted here");
        }

        @Override
        public void pause(BrokerId broker, Instant until) {
            throw new IllegalStateException("no call is counted here");
        }

        @Override
        public List<Integer> used(BrokerId broker, Instant from, int seconds) {
            throw new IllegalStateException("no call is counted here");
        }
    }
}
