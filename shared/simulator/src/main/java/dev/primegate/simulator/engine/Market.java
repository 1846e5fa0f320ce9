package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The market of one instrument: a best offer that drifts by chance, a bid a little below, and some
 * levels behind each.
 *
 * <p>It drifts under its ceiling only, so that a buy at a round price above always trades.
 */
final class Market {
    private static final int LEVELS = 5;
    private static final Decimal10 WHOLE = Decimal10.of("100000");
    private static final int DEEPEST = 300;
    private static final int STEP = 12;

    private final Instrument instrument;
    private final SplittableRandom random;
    private final Map<Side, List<Integer>> fullness = new EnumMap<>(Side.class);
    private @Nullable Decimal10 pinned;
    private int drift;

    Market(Instrument instrument, SplittableRandom random) {
        this.instrument = instrument;
        this.random = random;
        refill();
    }

    /** A moment passes. */
    void tick() {
        drift = Math.clamp(drift + random.nextInt(-STEP, STEP + 1), 0, DEEPEST);
        refill();
    }

    /** From now on both bid and offer are at {@code price}. */
    void pin(Decimal10 price) {
        pinned = price;
    }

    Quote quote() {
        if (pinned != null) {
            return new Quote(pinned, pinned);
        }
        Decimal10 offer = toTick(part(instrument.ceiling(), 100_000 - drift));
        return new Quote(offer.minus(spread()), offer);
    }

    /** Bids from the best down, then offers from the best up. */
    List<Level> levels() {
        Decimal10 gap = toTick(part(instrument.ceiling(), 8));
        Quote quote = quote();
        List<Level> levels = new ArrayList<>(2 * LEVELS);
        fullness.forEach((side, percents) -> {
            Decimal10 price = side == Side.BUY ? quote.bid() : quote.offer();
            for (int percent : percents) {
                Decimal10 shown = part(instrument.typical(), 1_000 * percent);
                levels.add(new Level(side, price, shown));
                price = price.minus(side.signed(gap));
            }
        });
        return levels;
    }

    private Decimal10 spread() {
        return toTick(part(instrument.ceiling(), 16));
    }

    private void refill() {
        for (Side side : Side.values()) {
            List<Integer> percents = new ArrayList<>(LEVELS);
            for (int i = 0; i < LEVELS; i++) {
                percents.add(random.nextInt(50, 151));
            }
            fullness.put(side, percents);
        }
    }

    private static Decimal10 part(Decimal10 amount, int of100000) {
        Decimal10 share = Decimal10.of(Integer.toString(of100000));
        return amount.share(share, WHOLE, RoundingMode.DOWN);
    }

    private Decimal10 toTick(Decimal10 price) {
        return price.minus(
                new Decimal10(price.units().remainder(instrument.increments().price().units())));
    }
}
