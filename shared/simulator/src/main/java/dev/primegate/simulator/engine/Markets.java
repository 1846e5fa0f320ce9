package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** All markets, moved by one seed. */
final class Markets {
    private final Map<String, Market> markets = new LinkedHashMap<>();

    Markets(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Instrument instrument : Instruments.all()) {
            markets.put(instrument.id(), new Market(instrument, random.split()));
        }
    }

    Quote quote(Instrument instrument) {
        return market(instrument).quote();
    }

    List<Level> levels(Instrument instrument) {
        return market(instrument).levels();
    }

    void tick() {
        markets.values().forEach(Market::tick);
    }

    void pin(Instrument instrument, Decimal10 price) {
        market(instrument).pin(price);
    }

    /** Lets prices move and tells what moved. */
    void move(Runnable move, BiConsumer<Instrument, List<Level>> telling) {
        Map<Instrument, List<Level>> before = new LinkedHashMap<>();
        Instruments.all().forEach(each -> before.put(each, levels(each)));
        move.run();
        before.forEach((instrument, levels) -> {
            List<Level> changes = changes(levels, levels(instrument));
            if (!changes.isEmpty()) {
                telling.accept(instrument, changes);
            }
        });
    }

    /** What somebody must be told who knows {@code before}: new levels, and old ones as gone. */
    private static List<Level> changes(List<Level> before, List<Level> after) {
        List<Level> changes = new ArrayList<>();
        for (Level old : before) {
            boolean stays =
                    after.stream()
                            .anyMatch(level ->
                                    level.side() == old.side()
                                            && level.price().equals(old.price()));
            if (!stays) {
                changes.add(new Level(old.side(), old.price(), Decimal10.ZERO));
            }
        }
        after.stream().filter(level -> !before.contains(level)).forEach(changes::add);
        return changes;
    }

    private Market market(Instrument instrument) {
        Market market = markets.get(instrument.id());
        if (market == null) {
            throw new IllegalArgumentException("no market for " + instrument.id());
        }
        return market;
    }
}
