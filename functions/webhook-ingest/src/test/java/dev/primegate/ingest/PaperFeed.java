package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderReports;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.TradingHours;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A broker whose feed does what a test says, and whose records hold what a test puts there. */
@Singleton
class PaperFeed implements NewsFeed, OrderReports {
    static final BrokerId PAPER = new BrokerId("paper");

    final List<BrokerNews> recorded = new CopyOnWriteArrayList<>();
    final List<Execution> executions = new CopyOnWriteArrayList<>();
    final List<Instant> sweeps = new CopyOnWriteArrayList<>();
    volatile Instant serverTime = Instant.parse("2026-11-02T10:00:00Z");
    volatile Consumer<Listener> script = listener -> listener.ended("nothing to say");
    volatile Runnable asked = () -> {};
    volatile boolean refusing;
    volatile TradingHours hours = new TradingHours.Always();

    @Override
    public BrokerId broker() {
        return PAPER;
    }

    @Override
    public TradingHours hours() {
        return hours;
    }

    @Override
    public Connection open(Listener listener) {
        script.accept(listener);
        return () -> {};
    }

    @Override
    public Evidence lookup(Order order) {
        return new Evidence.Inconclusive("not asked");
    }

    @Override
    public Fetched<List<Execution>> executions(Order order) {
        return new Fetched.Whole<>(List.copyOf(executions), serverTime);
    }

    @Override
    public Fetched<List<BrokerNews>> executionsSince(Instant from) {
        asked.run();
        sweeps.add(from);
        return refusing
                ? new Fetched.Failed<>("503")
                : new Fetched.Whole<>(
                        recorded.stream().filter(news -> !isBefore(news, from)).toList(),
                        serverTime);
    }

    private static boolean isBefore(BrokerNews news, Instant from) {
        return news instanceof BrokerNews.OfOrder told
                && told.event() instanceof OrderEvent.Executed(Execution execution)
                && execution.transactTime().isBefore(from);
    }
}
