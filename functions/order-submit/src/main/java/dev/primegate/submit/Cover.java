package dev.primegate.submit;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Balance;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderSize;
import dev.primegate.order.Side;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Whether an order that was meant for another broker is covered where it would go now: a sell by
 * units that are there, a buy by cash. By that broker's own word, what it holds for open orders
 * taken off; credit that does not stand in its balances does not count.
 */
@Singleton
class Cover {
    private final Brokers<AccountReports> accounts;
    private final SymbolMaster symbols;
    private final RiskConfig risk;

    Cover(Brokers<AccountReports> accounts, SymbolMaster symbols, RiskConfig risk) {
        this.accounts = accounts;
        this.symbols = symbols;
        this.risk = risk;
    }

    /** What is wanting; empty if it is covered. Without an answer it is not. */
    Optional<String> wanting(Order order, BrokerId broker) {
        Optional<Money> need = need(order, symbols.get(order.request().symbol()));
        if (need.isEmpty()) {
            return Optional.of("what it would cost is not known in its own currency");
        }
        return accounts.find(broker)
                .map(reports -> wanting(need.get(), reports))
                .orElseGet(() -> Optional.of(broker + " shows no balances"));
    }

    private static Optional<String> wanting(Money need, AccountReports reports) {
        return switch (reports.balances()) {
            case Fetched.Failed<List<Balance>>(String why) ->
                    Optional.of(
                            "the balances at %s are not known: %s"
                                    .formatted(reports.broker(), why));
            case Fetched.Whole<List<Balance>>(var balances, _) -> {
                Decimal10 free = free(balances, need.asset());
                yield free.compareTo(need.amount()) < 0
                        ? Optional.of(
                                "%s has %s %s free and it takes %s"
                                        .formatted(
                                                reports.broker(),
                                                free,
                                                need.asset(),
                                                need.amount()))
                        : Optional.empty();
            }
        };
    }

    private static Decimal10 free(List<Balance> balances, Asset asset) {
        return balances.stream()
                .filter(balance -> balance.amount().asset().equals(asset))
                .map(balance -> balance.amount().amount().minus(balance.holds().amount()))
                .reduce(Decimal10.ZERO, Decimal10::plus);
    }

    private Optional<Money> need(Order order, Instrument instrument) {
        NewOrder request = order.request();
        if (request.side() == Side.SELL) {
            return Optional.of(
                    new Money(order.reservation().quantity().amount(), instrument.base()));
        }
        return price(request)
                .or(() ->
                        Optional.of(order.reservation().notional())
                                .filter(_ -> instrument.quote().code().equals(risk.currency())))
                .map(cash -> new Money(cash, instrument.quote()));
    }

    /** The most it can cost by its own terms, rounded up; a market order has none. */
    private static Optional<Decimal10> price(NewOrder request) {
        return switch (request.size()) {
            case OrderSize.Cash(Decimal10 cash) -> Optional.of(cash);
            case OrderSize.Units(Quantity quantity) ->
                    request.terms()
                            .limit()
                            .map(limit -> limit.times(quantity, RoundingMode.CEILING));
        };
    }
}
