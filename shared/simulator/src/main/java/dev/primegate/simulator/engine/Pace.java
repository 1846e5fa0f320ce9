package dev.primegate.simulator.engine;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** When things happen to an order; the same seed and order, the same times. */
final class Pace {
    private static final List<Integer> EVEN = List.of(20, 20, 20, 20, 20);
    private static final List<Integer> BELL = List.of(10, 25, 30, 25, 10);

    private final long seed;

    Pace(long seed) {
        this.seed = seed;
    }

    /**
     * A part of an order to be filled.
     *
     * @param percent of the whole order
     * @param last takes whatever is left instead
     */
    record Slice(Duration after, int percent, boolean last) {}

    Duration opening(Order order) {
        return millis(order, 50, 100);
    }

    Duration cancelling(Order order) {
        return millis(order, 250, 400);
    }

    /** Two pieces within one to two seconds of the order, or slices a second apart. */
    List<Slice> slices(Order order) {
        return switch (order.terms().kind()) {
            case TWAP -> sliced(EVEN);
            case VWAP -> sliced(BELL);
            case MARKET, LIMIT, STOP, STOP_LIMIT -> pieces(order);
        };
    }

    private List<Slice> pieces(Order order) {
        Slice rest = new Slice(millis(order, 1_400, 1_800), 100, true);
        boolean begun = order.progress().quantity().signum() > 0;
        return begun
                ? List.of(rest)
                : List.of(new Slice(millis(order, 950, 1_200), 40, false), rest);
    }

    private static List<Slice> sliced(List<Integer> percents) {
        return java.util.stream.IntStream.range(0, percents.size())
                .mapToObj(i ->
                        new Slice(
                                Duration.ofSeconds(i + 1L),
                                percents.get(i),
                                i == percents.size() - 1))
                .toList();
    }

    private Duration millis(Order order, int from, int to) {
        SplittableRandom random = new SplittableRandom(seed ^ (order.origin().number() << 20) ^ to);
        return Duration.ofMillis(random.nextInt(from, to));
    }
}
