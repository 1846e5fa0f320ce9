package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Product;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** What Prime says of our portfolio. */
@Singleton
class PrimeAccount implements AccountReports {
    private static final int PAGE = 1_000;

    private final PrimeCalls calls;

    PrimeAccount(PrimeCalls calls) {
        this.calls = calls;
    }

    @Override
    public BrokerId broker() {
        return PrimeMapping.BROKER;
    }

    @Override
    public Fetched<List<Balance>> balances() {
        return switch (PrimePages.one(
                calls.balances("TRADING_BALANCES"), PrimeMessages.Balances.class)) {
            case Fetched.Failed<PrimeMessages.Balances>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<PrimeMessages.Balances>(var body, Instant at) ->
                    body.balances() == null
                            ? new Fetched.Failed<>("answered without balances")
                            : PrimePages.mapped(
                                    new Fetched.Whole<>(body.balances(), at),
                                    PrimeMapping::balance);
        };
    }

    @Override
    public Fetched<List<Product>> products() {
        return PrimePages.mapped(
                PrimePages.all(
                        cursor -> calls.products(PAGE, cursor),
                        PrimeMessages.Products.class,
                        PrimeMessages.Products::products,
                        PrimeMessages.Products::pagination),
                PrimeMapping::product);
    }
}
