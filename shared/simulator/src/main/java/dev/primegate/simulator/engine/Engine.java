package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a wire skin may ask of the engine. Every call is atomic; what it changed is written down.
 */
public final class Engine implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SAME_ID = Duration.ofHours(24);

    private final long seed;
    private final Core core;
    private Markets markets;
    private Matching matching;

    private Engine(long seed, Core core) {
        this.seed = seed;
        this.core = core;
        this.markets = new Markets(seed);
        this.matching = new Matching(core, markets, new Pace(seed));
    }

    /** Takes up what the journal tells, open orders included. */
    public static Engine open(long seed, Journal journal, Clock clock, Timer timer) {
        Engine engine = new Engine(seed, new Core(journal, clock, timer));
        engine.core.run(engine::resume);
        return engine;
    }

    /** Takes the order, unless its client id was used within 24 hours. */
    public Acceptance accept(NewOrder order) {
        return core.alone(() -> {
            Instant now = core.now();
            return isUsed(order.clientId(), now)
                    ? new Acceptance.Duplicate()
                    : new Acceptance.Taken(begin(order, now));
        });
    }

    /** As {@link #accept}, but all of it trades at {@code price} before this returns. */
    public Acceptance acceptAt(NewOrder order, Decimal10 price) {
        return core.alone(() ->
                isUsed(order.clientId(), core.now())
                        ? new Acceptance.Duplicate()
                        : new Acceptance.Taken(deal(order, price)));
    }

    /**
     * Trades all of the order at {@code price} before this returns, as a dealer does, or none of it
     * if it is doomed. A dealer does not remember client ids: asked twice, he trades twice.
     */
    public Order deal(NewOrder order, Decimal10 price) {
        return core.alone(() -> {
            Order accepted = Order.accepted(origin(order, core.now()), order.terms(), order.doom());
            core.commit(new Entry.Accepted(accepted));
            matching.deal(accepted, price);
            return core.book().order(accepted.id());
        });
    }

    /** Takes the order, whatever its client id: some brokers do not look at it. */
    public Order take(NewOrder order) {
        return core.alone(() -> begin(order, core.now()));
    }

    /** Notes that the order is to be cancelled; asking twice is asking once. */
    public Cancellation cancel(String id) {
        return core.alone(() -> {
            Order order = core.book().find(id).orElse(null);
            if (order == null) {
                return new Cancellation.Unknown();
            }
            if (!order.status().isLive()) {
                return new Cancellation.TooLate(order);
            }
            if (!order.stage().cancelling()) {
                core.commit(new Entry.Cancelling(id));
                matching.cancel(order);
            }
            return new Cancellation.Noted(core.book().order(id));
        });
    }

    public Optional<Order> order(String id) {
        return core.alone(() -> core.book().find(id));
    }

    /** All orders, oldest first. */
    public List<Order> orders() {
        return core.alone(() -> List.copyOf(core.book().orders()));
    }

    public Standing standing() {
        return core.alone(() -> new Standing(List.copyOf(core.book().live()), core.revision()));
    }

    /** All fills, oldest first. */
    public List<Fill> fills() {
        return core.alone(() -> List.copyOf(core.book().fills()));
    }

    public List<Fill> fillsOf(String orderId) {
        return core.alone(() -> List.copyOf(core.book().fillsOf(orderId)));
    }

    public List<Balance> balances() {
        return core.alone(() -> new Holdings(markets).of(core.book()));
    }

    public Quote quote(Instrument instrument) {
        return core.alone(() -> markets.quote(instrument));
    }

    /** The visible book: bids from the best down, then offers from the best up. */
    public List<Level> levels(Instrument instrument) {
        return core.alone(() -> markets.levels(instrument));
    }

    public Estimate estimate(Terms terms) {
        return core.alone(() ->
                Estimate.of(
                        terms,
                        markets.levels(terms.instrument()),
                        markets.quote(terms.instrument())));
    }

    public void listen(News news) {
        core.run(() -> core.listen(news));
    }

    /** What the control API may do besides. */
    public Hands hands() {
        return core.alone(() -> new Hands(core, markets, matching));
    }

    /** As if nothing had ever happened; what was planned no longer happens. */
    public void reset() {
        core.run(() -> {
            core.clear();
            markets = new Markets(seed);
            matching = new Matching(core, markets, new Pace(seed));
            resume();
        });
    }

    @Override
    public void close() {
        core.run(core::close);
    }

    private Order begin(NewOrder order, Instant now) {
        Order accepted = Order.accepted(origin(order, now), order.terms(), order.doom());
        core.commit(new Entry.Accepted(accepted));
        matching.begin(accepted);
        return accepted;
    }

    private void resume() {
        core.book().pins().forEach(markets::pin);
        List.copyOf(core.book().live()).forEach(matching::resume);
        core.later(TICK, this::tick);
    }

    private void tick() {
        if (core.isAnybodyFollowingMarkets()) {
            markets.move(markets::tick, core::tellMoved);
        } else {
            markets.tick();
        }
        matching.look();
        core.later(TICK, this::tick);
    }

    private boolean isUsed(String clientId, Instant now) {
        return core.book()
                .lastUse(clientId)
                .filter(used -> used.plus(SAME_ID).isAfter(now))
                .isPresent();
    }

    private Order.Origin origin(NewOrder order, Instant now) {
        long number = core.book().orders().size() + 1L;
        String id = Ids.order(seed, number, order.clientId());
        return new Order.Origin(id, number, order.clientId(), now, order.notes());
    }
}
