package dev.primegate.comparison;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.statement.Named;
import dev.primegate.statement.TradeDays;
import dev.primegate.statement.TradeLine;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Spoils a broker's book in one place at a time, and keeps account of it. */
final class Spoiling {
    private static final Decimal10 LEAST = Decimal10.of("0.0000000001");

    private Spoiling() {}

    /** Plants difference number {@code i}, on a trade that is still as it was. */
    static void plant(Random random, int i, List<TradeLine> brokers, Set<String> planted) {
        int place = random.nextInt(brokers.size());
        TradeLine line = brokers.get(place);
        boolean spoilt =
                planted.stream().anyMatch(p -> p.startsWith(line.id() + " "))
                        || line.id().startsWith("new");
        if (spoilt) {
            plant(random, i, brokers, planted);
            return;
        }
        switch (i % 8) {
            case 0 -> {
                brokers.remove(place);
                planted.add(line.id() + " missing-at-broker");
            }
            case 1 -> {
                brokers.add(with(line, "new" + i, line.quantity(), Price.of("7" + i)));
                planted.add("new" + i + " missing-here");
            }
            case 2 -> {
                Quantity more = new Quantity(line.quantity().amount().plus(LEAST));
                brokers.set(place, with(line, line.id(), more, line.price()));
                planted.add(line.id() + " quantity");
            }
            case 3 -> {
                Price higher = new Price(line.price().amount().plus(LEAST).plus(LEAST));
                brokers.set(place, with(line, line.id(), line.quantity(), higher));
                planted.add(line.id() + " price");
            }
            case 4 -> {
                brokers.add(line);
                planted.add(line.id() + " duplicate");
            }
            case 5 -> {
                brokers.set(place, withFee(line));
                planted.add(line.id() + " fee-not-booked");
            }
            case 6 -> {
                brokers.add(
                        new TradeLine(
                                line.origin(),
                                line.account(),
                                line.id(),
                                line.order(),
                                line.instrument(),
                                line.side(),
                                line.quantity(),
                                line.price(),
                                line.currency(),
                                line.fee(),
                                line.days(),
                                true));
                planted.add(line.id() + " bust-not-applied");
            }
            default -> {
                brokers.set(place, renamedAndLate(line));
                planted.add(line.id() + " unknown-alias");
            }
        }
    }

    private static TradeLine with(TradeLine line, String id, Quantity quantity, Price price) {
        return new TradeLine(
                line.origin(),
                line.account(),
                id,
                id.equals(line.id()) ? line.order() : Optional.empty(),
                line.instrument(),
                line.side(),
                quantity,
                price,
                line.currency(),
                line.fee(),
                line.days(),
                false);
    }

    private static TradeLine withFee(TradeLine line) {
        Money fee = line.fee().orElseThrow();
        return new TradeLine(
                line.origin(),
                line.account(),
                line.id(),
                line.order(),
                line.instrument(),
                line.side(),
                line.quantity(),
                line.price(),
                line.currency(),
                Optional.of(new Money(fee.amount().minus(LEAST), fee.asset())),
                line.days(),
                false);
    }

    private static TradeLine renamedAndLate(TradeLine line) {
        return new TradeLine(
                line.origin(),
                line.account(),
                line.id(),
                line.order(),
                new Named("XBT/USD", Optional.empty()),
                line.side(),
                line.quantity(),
                line.price(),
                line.currency(),
                line.fee(),
                new TradeDays(line.days().traded(), line.days().settles(), Optional.empty()),
                false);
    }
}
