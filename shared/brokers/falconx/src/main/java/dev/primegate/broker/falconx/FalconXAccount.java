package dev.primegate.broker.falconx;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Product;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.Replies;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import dev.primegate.money.Money;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What FalconX says of our account. */
@Singleton
class FalconXAccount implements AccountReports {
    private final FalconXCalls calls;
    private final FalconXLimit limit;

    FalconXAccount(FalconXCalls calls, FalconXLimit limit) {
        this.calls = calls;
        this.limit = limit;
    }

    @Override
    public BrokerId broker() {
        return FalconXMapping.BROKER;
    }

    /** Over its platforms together: what was bought by the API pays for what the browser sold. */
    @Override
    public Fetched<List<Balance>> balances() {
        return switch (Replies.one(calls.balances(), FalconXMessages.Balance[].class)) {
            case Fetched.Failed<FalconXMessages.Balance[]>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<FalconXMessages.Balance[]>(var found, Instant at) -> {
                try {
                    yield new Fetched.Whole<>(sums(List.of(found)), at);
                } catch (UnreadableException e) {
                    yield new Fetched.Failed<>(String.valueOf(e.getMessage()));
                }
            }
        };
    }

    /**
     * None: FalconX publishes no steps. The limit of its rate is read instead, which it changes
     * without a word.
     */
    @Override
    public Fetched<List<Product>> products() {
        return limit.check();
    }

    private static List<Balance> sums(List<FalconXMessages.Balance> found) {
        Map<String, Balance> sums = new LinkedHashMap<>();
        found.stream()
                .map(FalconXMapping::balance)
                .forEach(balance ->
                        sums.merge(balance.amount().asset().code(), balance, FalconXAccount::sum));
        return List.copyOf(sums.values());
    }

    private static Balance sum(Balance one, Balance other) {
        Money amount = one.amount().plus(other.amount());
        return new Balance(amount, one.holds());
    }
}
