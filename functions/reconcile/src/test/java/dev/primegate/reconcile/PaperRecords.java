package dev.primegate.reconcile;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.broker.MarginReports;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.PositionReports;
import dev.primegate.broker.Product;
import dev.primegate.broker.TransactionReports;
import dev.primegate.broker.Transfer;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import dev.primegate.ledger.MarginState;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A broker whose records say what a test wants. */
@Singleton
class PaperRecords
        implements OrderReports,
                AccountReports,
                MarginReports,
                PositionReports,
                TransactionReports {
    static final BrokerId PAPER = new BrokerId("paper");

    final List<Order> asked = new ArrayList<>();
    Function<Order, Evidence> records = _ -> new Evidence.Inconclusive("no records");
    Fetched<List<MarginState>> margin = new Fetched.Whole<>(List.of(), Instant.EPOCH);
    Fetched<List<BrokerNews>> executed = new Fetched.Failed<>("not asked here");

    /** What happens here while it looks up what it holds. */
    Runnable meanwhile = () -> {};

    Fetched<List<Holding>> positions = new Fetched.Failed<>("no positions");
    Fetched<List<Transfer>> transfers = new Fetched.Failed<>("not asked here");
    Fetched<List<Balance>> balances = new Fetched.Failed<>("no balances");
    Fetched<List<Product>> products = new Fetched.Failed<>("no products");

    @Override
    public BrokerId broker() {
        return PAPER;
    }

    @Override
    public Evidence lookup(Order order) {
        asked.add(order);
        return records.apply(order);
    }

    @Override
    public Fetched<List<Execution>> executions(Order order) {
        return new Fetched.Failed<>("not asked here");
    }

    @Override
    public Fetched<List<BrokerNews>> executionsSince(Instant from) {
        return executed;
    }

    @Override
    public Fetched<List<Balance>> balances() {
        return balances;
    }

    @Override
    public Fetched<List<Product>> products() {
        return products;
    }

    @Override
    public Fetched<List<MarginState>> margin() {
        return margin;
    }

    @Override
    public Fetched<List<Holding>> positions() {
        Fetched<List<Holding>> then = positions;
        meanwhile.run();
        return then;
    }

    @Override
    public Fetched<List<Holding>> holdings() {
        return new Fetched.Failed<>("not asked here");
    }

    @Override
    public Fetched<List<Transfer>> transfers(Instant from) {
        return transfers;
    }
}
