package dev.primegate.watch;

import dev.primegate.alert.Rule;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.TradingHours;
import dev.primegate.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Whether a broker has told nothing of any order for too long, while some are open and trade. */
public final class SilentTrading {
    /** In a session with open orders; a feed may be alive and bring none of ours. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Function<Symbol, TradingHours> hours;

    public SilentTrading(Function<Symbol, TradingHours> hours) {
        this.hours = hours;
    }

    /**
     * Judges one broker.
     *
     * @param orders of that broker, open or not: the latest change of any that it told of is its
     *     last word; what we only sent is none
     */
    public Optional<Trouble> judge(BrokerId broker, Collection<Order> orders, Instant now) {
        List<Order> waiting = orders.stream().filter(order -> waitsInSession(order, now)).toList();
        Optional<Instant> last =
                orders.stream()
                        .filter(order -> order.progress().isKnownToBroker())
                        .map(Order::lastUpdateTime)
                        .max(Comparator.naturalOrder());
        return last.filter(at -> !waiting.isEmpty() && !now.isBefore(at.plus(LONGEST)))
                .map(at -> trouble(broker, waiting.size(), at));
    }

    /** An order that its broker never told of is in doubt; that is another trouble. */
    private boolean waitsInSession(Order order, Instant now) {
        TradingHours session = hours.apply(order.request().symbol());
        return order.status().isOpen()
                && order.progress().isKnownToBroker()
                && session.isOpenAt(now.minus(LONGEST))
                && session.isOpenAt(now);
    }

    private static Trouble trouble(BrokerId broker, int open, Instant last) {
        return Trouble.of(
                Rule.TRADING_SILENT,
                broker.name(),
                "%s has told nothing of any order since %s; %d are open"
                        .formatted(broker, last, open),
                Map.of(
                        "broker", broker.name(),
                        "open", Integer.toString(open),
                        "lastAt", last.toString()));
    }
}
