package dev.primegate.testkit;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateBudget;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.Turn;
import dev.primegate.instrument.BrokerId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rate budgets in memory. */
public final class MemoryRateBudget implements RateBudget {
    private final Map<Window, Map<Purpose, Integer>> windows = new HashMap<>();
    private final Map<BrokerId, Instant> paused = new HashMap<>();
    private final Clock clock;

    public MemoryRateBudget(Clock clock) {
        this.clock = clock;
    }

    /** Begins anew: nothing taken, nobody paused. */
    public synchronized void reset() {
        windows.clear();
        paused.clear();
    }

    @Override
    public synchronized Turn take(BrokerId broker, RateLimit limit, Purpose purpose) {
        Instant now = clock.instant();
        Instant until = paused.getOrDefault(broker, Instant.MIN);
        if (now.isBefore(until)) {
            return new Turn.Paused(until);
        }
        Window window = new Window(broker, now.truncatedTo(ChronoUnit.SECONDS));
        Map<Purpose, Integer> taken =
                windows.computeIfAbsent(window, _ -> new EnumMap<>(Purpose.class));
        int cap = limit.window();
        if (total(taken) >= purpose.ceiling(cap)
                || taken.getOrDefault(purpose, 0) >= purpose.share(cap)) {
            return new Turn.Spent(window.begin.plusSeconds(1));
        }
        taken.merge(purpose, 1, Integer::sum);
        return new Turn.Granted();
    }

    @Override
    public synchronized void pause(BrokerId broker, Instant until) {
        paused.merge(broker, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public synchronized List<Integer> used(BrokerId broker, Instant from, int seconds) {
        Instant begin = from.truncatedTo(ChronoUnit.SECONDS);
        return IntStream.range(0, seconds)
                .mapToObj(second -> new Window(broker, begin.plusSeconds(second)))
                .map(window -> total(windows.getOrDefault(window, Map.of())))
                .toList();
    }

    private static int total(Map<Purpose, Integer> taken) {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    private record Window(BrokerId broker, Instant begin) {}
}
