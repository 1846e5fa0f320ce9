package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.broker.PositionReports;
import dev.primegate.broker.Product;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.Replies;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What Alpaca says of our account. */
@Singleton
class AlpacaAccount implements AccountReports, PositionReports {
    private final AlpacaCalls calls;
    private final Clock clock;

    AlpacaAccount(AlpacaCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public BrokerId broker() {
        return AlpacaMapping.BROKER;
    }

    @Override
    public Fetched<List<Balance>> balances() {
        return mapped(
                Replies.one(calls.tradingAccount(), AlpacaMessages.Account.class),
                account -> List.of(AlpacaMapping.balance(account)));
    }

    /** Shares have no steps of their own there: {@link AlpacaRequest} knows those of all. */
    @Override
    public Fetched<List<Product>> products() {
        return new Fetched.Whole<>(List.of(), clock.instant());
    }

    @Override
    public Fetched<List<Holding>> positions() {
        return mapped(
                Replies.one(calls.positions(), AlpacaMessages.Positions.class),
                positions -> positions.all().stream().map(AlpacaMapping::holding).toList());
    }

    /** It clears and keeps by itself: what it executed is what it keeps. */
    @Override
    public Fetched<List<Holding>> holdings() {
        return positions();
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
