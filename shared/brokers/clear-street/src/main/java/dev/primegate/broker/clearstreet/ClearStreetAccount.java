package dev.primegate.broker.clearstreet;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.broker.MarginReports;
import dev.primegate.broker.PositionReports;
import dev.primegate.broker.Product;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.Replies;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import dev.primegate.ledger.MarginState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What Clear Street says of our account and of the entity it belongs to. */
@Singleton
class ClearStreetAccount implements AccountReports, PositionReports, MarginReports {
    private final ClearStreetCalls calls;
    private final ClearStreetConfig config;
    private final Clock clock;

    ClearStreetAccount(ClearStreetCalls calls, ClearStreetConfig config, Clock clock) {
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public BrokerId broker() {
        return ClearStreetMapping.BROKER;
    }

    /** The money among what its custodian holds. */
    @Override
    public Fetched<List<Balance>> balances() {
        return custodian(all ->
                all.stream()
                        .filter(ClearStreetMapping::isMoney)
                        .map(ClearStreetMapping::balance)
                        .toList());
    }

    /** It publishes no steps: shares are whole, and prices have up to four places. */
    @Override
    public Fetched<List<Product>> products() {
        return new Fetched.Whole<>(List.of(), clock.instant());
    }

    @Override
    public Fetched<List<Holding>> positions() {
        return mapped(
                ClearStreetPages.all(
                        calls::positions,
                        ClearStreetMessages.Positions.class,
                        ClearStreetMessages.Positions::data,
                        ClearStreetMessages.Positions::nextPageToken),
                all -> all.stream().map(ClearStreetMapping::holding).toList());
    }

    @Override
    public Fetched<List<Holding>> holdings() {
        return custodian(all ->
                all.stream()
                        .filter(holding -> !ClearStreetMapping.isMoney(holding))
                        .map(ClearStreetMapping::holding)
                        .toList());
    }

    @Override
    public Fetched<List<MarginState>> margin() {
        List<MarginState> states = new ArrayList<>();
        Instant asked = clock.instant();
        for (MarginState.Model model : config.marginModels()) {
            switch (margin(model)) {
                case Fetched.Failed<MarginState>(String why) -> {
                    return new Fetched.Failed<>("%s: %s".formatted(model, why));
                }
                case Fetched.Whole<MarginState>(MarginState state, Instant at) -> {
                    states.add(state);
                    asked = at;
                }
            }
        }
        return new Fetched.Whole<>(List.copyOf(states), asked);
    }

    private Fetched<MarginState> margin(MarginState.Model model) {
        Answer answer =
                switch (model) {
                    case REG_T -> calls.regTMargin();
                    case PORTFOLIO -> calls.portfolioMargin();
                    case CROSS, ISOLATED -> new Answer.Held("Clear Street has no such model");
                };
        return mapped(
                Replies.one(answer, ClearStreetMessages.Margin.class),
                margin -> ClearStreetMargin.state(model, margin));
    }

    private <T> Fetched<T> custodian(Function<List<ClearStreetMessages.Holding>, T> mapping) {
        return mapped(
                Replies.one(calls.holdings(), ClearStreetMessages.Holdings.class),
                holdings -> {
                    if (holdings.data() == null) {
                        throw ClearStreetMapping.unreadable("answered without holdings");
                    }
                    return mapping.apply(holdings.data());
                });
    }

    private static <A, B> Fetched<B> mapped(Fetched<A> fetched, Function<A, B> mapping) {
        return switch (fetched) {
            case Fetched.Failed<A>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<A>(A value, Instant at) -> {
                try {
                    yield new Fetched.Whole<>(mapping.apply(value), at);
                } catch (UnreadableException e) {
                    yield new Fetched.Failed<>(String.valueOf(e.getMessage()));
                }
            }
        };
    }
}
