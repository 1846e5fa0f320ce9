package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Product;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

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
        return switch (PrimePages.one(calls.balances(), PrimeMessages.Balances.class)) {
            case Fetched.Failed<PrimeMessages.Balances>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<PrimeMessages.Balances>(var body, Instant at) ->
                    body.balances() == null
                            ? new Fetched.Failed<>("answered without balances")
                            : mapped(body.balances(), PrimeMapping::balance, at);
        };
    }

    @Override
    public Fetched<List<Product>> products() {
        return switch (PrimePages.all(
                cursor -> calls.products(PAGE, cursor),
                PrimeMessages.Products.class,
                PrimeMessages.Products::products,
                PrimeMessages.Products::pagination)) {
            case Fetched.Failed<List<PrimeMessages.Product>>(String why) ->
                    new Fetched.Failed<>(why);
            case Fetched.Whole<List<PrimeMessages.Product>>(var products, Instant at) ->
                    mapped(products, PrimeMapping::product, at);
        };
    }

    private static <A, B> Fetched<List<B>> mapped(List<A> all, Function<A, B> mapping, Instant at) {
        try {
            return new Fetched.Whole<>(all.stream().map(mapping).toList(), at);
        } catch (UnreadableException e) {
            return new Fetched.Failed<>(String.valueOf(e.getMessage()));
        }
    }
}
