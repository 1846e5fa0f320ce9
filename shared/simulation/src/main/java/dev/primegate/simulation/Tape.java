package dev.primegate.simulation;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderReports;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.simulation.world.Chances;
import dev.primegate.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A broker that executes, and tells of it by a feed and by records: late, twice, or not at all. */
final class Tape implements NewsFeed, OrderReports {
    static final BrokerId BROKER = new BrokerId("tape");

    private static final Duration BEAT = Duration.ofSeconds(5);

    private final World world;
    private final Supplier<FeedPlan.Habits> habits;
    private final List<Line> lines = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    Tape(World world, Supplier<FeedPlan.Habits> habits) {
        this.world = world;
        this.habits = habits;
    }

    /** An execution, and from when the records show it. */
    private record Entry(BrokerNews news, Instant at, Instant shown) {}

    @Override
    public BrokerId broker() {
        return BROKER;
    }

    /** Something was executed now. */
    void print(BrokerNews news) {
        Instant now = world.now();
        int lag = habits.get().lagSeconds();
        entries.add(
                new Entry(news, now, now.plusSeconds(lag == 0 ? 0 : world.random().nextInt(lag))));
        lines.forEach(line -> line.tell(news));
    }

    @Override
    public Connection open(Listener listener) {
        Line line = new Line(listener);
        lines.add(line);
        world.later(Duration.ofMillis(50), line::beat);
        return line;
    }

    @Override
    public Fetched<List<BrokerNews>> executionsSince(Instant from) {
        world.step("calls executions");
        Instant asked = world.now().truncatedTo(ChronoUnit.SECONDS);
        world.sleep(Duration.ofMillis(20 + world.random().nextInt(200)));
        if (hits(habits.get().unanswered())) {
            return new Fetched.Failed<>("503");
        }
        List<BrokerNews> news =
                entries.stream()
                        .filter(entry -> !entry.at().isBefore(from))
                        .filter(entry -> !entry.shown().isAfter(world.now()))
                        .map(Entry::news)
                        .toList();
        world.step("heard of executions");
        return new Fetched.Whole<>(news, asked);
    }

    @Override
    public Evidence lookup(Order order) {
        return new Evidence.Inconclusive("not asked");
    }

    @Override
    public Fetched<List<Execution>> executions(Order order) {
        return new Fetched.Failed<>("not asked");
    }

    private boolean hits(int thousandths) {
        return Chances.hits(world.random(), thousandths);
    }

    /** One connection; a deaf one stands and brings nothing but signs of life. */
    private final class Line implements Connection {
        private final Listener listener;
        private final boolean deaf = hits(habits.get().deaf());
        private boolean open = true;

        Line(Listener listener) {
            this.listener = listener;
        }

        void beat() {
            if (!open) {
                return;
            }
            if (hits(habits.get().cut())) {
                close();
                listener.ended("cut");
                return;
            }
            listener.frame(new Frame(List.of(), world.now()));
            world.later(BEAT, this::beat);
        }

        void tell(BrokerNews news) {
            FeedPlan.Habits now = habits.get();
            if (deaf || hits(now.untold())) {
                return;
            }
            Instant at = world.now();
            for (int i = hits(now.twice()) ? 2 : 1; i > 0; i--) {
                int most = hits(now.late()) ? 40_000 : 60;
                world.later(
                        Duration.ofMillis(1 + world.random().nextInt(most)),
                        () -> {
                            if (open) {
                                listener.frame(new Frame(List.of(news), at));
                            }
                        });
            }
        }

        @Override
        public void close() {
            open = false;
            lines.remove(this);
        }
    }
}
