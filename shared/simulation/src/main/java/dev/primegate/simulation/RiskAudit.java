package dev.primegate.simulation;

import dev.primegate.dynamodb.StoreParts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Exposure;
import dev.primegate.order.Order;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What must hold of the risk desk: nothing is admitted that an acknowledged halt forbids, a
 * stop-loss is one order, and what ought to stop trading does.
 */
final class RiskAudit {
    static final String STOP = "stop-";

    private final Acknowledged acknowledged = new Acknowledged();
    private final Map<String, Order> orders = new TreeMap<>();

    Acknowledged acknowledged() {
        return acknowledged;
    }

    /** What is broken by this write of an order, in words. */
    List<String> written(Order order) {
        Order before = orders.get(order.id().text());
        List<String> broken = before == null ? intent(order) : List.of();
        if (before == null || before.version() < order.version()) {
            orders.put(order.id().text(), order);
        }
        return broken;
    }

    private List<String> intent(Order order) {
        List<String> broken = new ArrayList<>();
        acknowledged
                .covering(order, TradingState.HALTED)
                .ifPresent(scope -> broken.add("an intent committed within the halt of " + scope));
        Optional<HaltScope> reducing = acknowledged.covering(order, TradingState.REDUCING);
        if ((reducing.isPresent() || isStop(order)) && !reduces(order)) {
            broken.add(
                    "order %s is more than a reduction, within %s"
                            .formatted(
                                    order.id(),
                                    reducing.map(HaltScope::text).orElse("its own terms")));
        }
        if (isStop(order) && orders.values().stream().anyMatch(RiskAudit::isStop)) {
            broken.add("the stop-loss made a second order: " + order.request().clOrdId());
        }
        return broken;
    }

    /** By its definition: it fits in the position on the other side, less what is on its way. */
    private boolean reduces(Order order) {
        Decimal10 position = Decimal10.ZERO;
        Decimal10 leaving = Decimal10.ZERO;
        boolean buys = order.request().side() == Side.BUY;
        for (Order other : orders.values()) {
            if (other.request().account().equals(order.request().account())
                    && other.request().symbol().equals(order.request().symbol())) {
                Exposure exposure = Exposure.of(other);
                position = position.plus(exposure.position());
                leaving = leaving.plus(buys ? exposure.openBuy() : exposure.openSell());
            }
        }
        Decimal10 held = buys ? position.negated() : position;
        return order.reservation().quantity().amount().compareTo(held.minus(leaving)) <= 0;
    }

    /** The orders whose doubt at {@code broker} began between these two times. */
    Set<String> doubtful(BrokerId broker, Instant from, Instant to) {
        return orders.values().stream()
                .filter(order -> order.route().broker().equals(broker))
                .filter(order -> order.status() == OrderStatus.UNKNOWN)
                .filter(order -> order.lastUpdateTime().isAfter(from))
                .filter(order -> order.lastUpdateTime().isBefore(to))
                .map(order -> order.id().text())
                .collect(Collectors.toSet());
    }

    /**
     * What is missing at the end of a seed with a slump.
     *
     * @param held what each account holds of bitcoin, by the broker's word
     * @param profits what each has made, by the broker's word and the last prices
     */
    List<String> end(
            StoreParts store,
            Settled settled,
            Map<String, Decimal10> held,
            Map<String, Decimal10> profits) {
        List<String> missing = new ArrayList<>();
        Map<HaltScope, TradingState> states =
                store.halts().cases().stream()
                        .collect(Collectors.toMap(HaltCase::scope, HaltCase::state));
        Decimal10 left = held.getOrDefault(Risks.STOPPED.name(), Decimal10.ZERO);
        boolean halted =
                states.entrySet().stream()
                        .anyMatch(entry ->
                                entry.getValue() != TradingState.ACTIVE
                                        && settled.concerns(entry.getKey()));
        Decimal10 worth = left.times(Decimal10.of("60000"), RoundingMode.CEILING);
        if (left.signum() > 0
                && !halted
                && worth.compareTo(settled.openNotional()) <= 0
                && orders.values().stream().noneMatch(RiskAudit::isStop)) {
            missing.add("%s of bitcoin are left, and no stop-loss was placed".formatted(left));
        }
        lost(store, states, profits).ifPresent(missing::add);
        return missing;
    }

    /** With room for what prices did since the last look. */
    private static Optional<String> lost(
            StoreParts store, Map<HaltScope, TradingState> states, Map<String, Decimal10> profits) {
        Decimal10 peak =
                store.peaks()
                        .peak(Plan.TENANT, Risks.LIMITED)
                        .map(found -> found.profit().amount())
                        .orElse(Decimal10.ZERO);
        Decimal10 profit = profits.getOrDefault(Risks.LIMITED.name(), Decimal10.ZERO);
        Decimal10 highest = Decimal10.of(Risks.CAPITAL).plus(peak);
        Decimal10 most =
                highest.share(
                        Decimal10.of(Integer.toString(2 * Risks.DRAWDOWN_BPS)),
                        Decimal10.of("10000"),
                        RoundingMode.CEILING);
        TradingState state =
                Objects.requireNonNullElse(
                        states.get(HaltScope.of(Plan.TENANT, Risks.LIMITED)), TradingState.ACTIVE);
        return peak.minus(profit).compareTo(most) >= 0 && state == TradingState.ACTIVE
                ? Optional.of(
                        "%s of %s were lost, and trading goes on"
                                .formatted(peak.minus(profit), highest))
                : Optional.empty();
    }

    static boolean isStop(Order order) {
        return order.request().clOrdId().text().startsWith(STOP);
    }

    /**
     * What the stop-loss would have met at the end.
     *
     * @param openNotional the most all open orders of an account may be worth
     */
    record Settled(List<BrokerId> brokers, Decimal10 openNotional) {
        private boolean concerns(HaltScope scope) {
            return brokers.stream().map(HaltScope::of).anyMatch(scope::equals)
                    || Set.of(
                                    HaltScope.ALL,
                                    HaltScope.of(Plan.TENANT, Risks.STOPPED),
                                    HaltScope.of(Plan.SYMBOLS.getFirst()))
                            .contains(scope);
        }
    }
}
