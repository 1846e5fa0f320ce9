package dev.primegate.telemetry;

import dev.primegate.order.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The calls to brokers that are made for one order, in the thread that works on it. Who makes a
 * call adds it here; nobody needs to hand it down.
 */
public final class Leg {
    private static final ScopedValue<Leg> CURRENT = ScopedValue.newInstance();

    private final OrderId order;
    private final List<Call> calls = new ArrayList<>();

    private Leg(OrderId order) {
        this.order = order;
    }

    /** Does {@code work} for an order. */
    public static <T> Led<T> of(OrderId order, Supplier<T> work) {
        Leg leg = new Leg(order);
        T result = ScopedValue.where(CURRENT, leg).call(work::get);
        return new Led<>(result, leg.calls());
    }

    /** The one this thread works on. */
    public static Optional<Leg> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public OrderId order() {
        return order;
    }

    /** One call was made; it may be told by another thread, that waited for it. */
    public synchronized void called(Call call) {
        calls.add(call);
    }

    private synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /**
     * One call to a broker.
     *
     * @param took from its begin until its answer was read
     * @param network of that, what the way there takes, if it was ever measured
     */
    public record Call(String broker, Duration took, Optional<Duration> network) {}

    /** What came of the work, and the calls that were made for it. */
    public record Led<T>(T result, List<Call> calls) {
        /** How the time was spent, if {@code total} is what the work took. */
        public LatencySplit split(Duration total) {
            Duration took = calls.stream().map(Call::took).reduce(Duration.ZERO, Duration::plus);
            Duration network =
                    calls.stream()
                            .map(call -> call.network().orElse(Duration.ZERO))
                            .reduce(Duration.ZERO, Duration::plus);
            return LatencySplit.of(total, took, Optional.of(network));
        }

        /**
         * Whether the way of every call was measured, so that the network's part means anything.
         */
        public boolean isProbed() {
            return !calls.isEmpty() && calls.stream().allMatch(call -> call.network().isPresent());
        }
    }
}
