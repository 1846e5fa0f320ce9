package dev.primegate.reconcile;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.broker.PositionReports;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What a broker says it holds for us: its positions, or its balances if it knows no positions. */
@Singleton
class HeldThere {
    private final Brokers<PositionReports> positions;
    private final Brokers<AccountReports> accounts;

    HeldThere(Brokers<PositionReports> positions, Brokers<AccountReports> accounts) {
        this.positions = positions;
        this.accounts = accounts;
    }

    Fetched<List<Holding>> ask(BrokerId broker) {
        Optional<PositionReports> reports = positions.find(broker);
        if (reports.isPresent()) {
            return reports.get().positions();
        }
        return accounts.find(broker)
                .map(HeldThere::balances)
                .orElseGet(() -> new Fetched.Failed<>("it reports neither positions nor balances"));
    }

    private static Fetched<List<Holding>> balances(AccountReports reports) {
        return switch (reports.balances()) {
            case Fetched.Failed<List<Balance>>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<List<Balance>>(var all, var at) ->
                    new Fetched.Whole<>(
                            all.stream()
                                    .map(balance ->
                                            new Holding(
                                                    balance.amount().asset().code(),
                                                    balance.amount().amount(),
                                                    Optional.empty()))
                                    .toList(),
                            at);
        };
    }
}
