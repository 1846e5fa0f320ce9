package dev.primegate.book;

import dev.primegate.alert.Alert;
import dev.primegate.alert.HaltAlerts;
import dev.primegate.alert.NewsAlerts;
import dev.primegate.alert.OrderAlerts;
import dev.primegate.alert.Severity;
import dev.primegate.audit.Happening;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.Orphan;
import dev.primegate.ledger.PositionId;
import dev.primegate.ledger.Shift;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.Exposure;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.Slippage;
import dev.primegate.order.Transition.Advanced;
import dev.primegate.order.Transition.Surprise;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Outlier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything one change of an order writes, worked out before any of it is written: a store only
 * has to write it as one.
 *
 * @param execution to be booked under its id
 * @param busted execution id to be booked as annulled
 * @param alias the broker's id of the order, when this change learns it
 * @param change by how much headroom moves
 * @param lines what is added to the tapes, which moves positions
 * @param attached an orphan that was this order's all along, and now ends
 * @param halts what this change stops
 */
public record Posting(
        Order order,
        HistoryEntry entry,
        Optional<Execution> execution,
        Optional<ExecId> busted,
        Optional<BrokerOrderId> alias,
        Exposure change,
        List<Line> lines,
        Optional<Orphan> attached,
        List<Alert> alerts,
        List<Halt> halts,
        Optional<Due> due) {
    /** Who halts, when nobody did but the news. */
    private static final String BY = "primegate";

    private static final Outlier.Finding NOTHING = new Outlier.Finding.Off("nothing to judge");

    /** Works out what {@code step} writes. */
    public static Posting of(Advanced step, String by, Found found) {
        Order before = step.before();
        Order order = step.order();
        Optional<Execution> execution =
                step.event() instanceof OrderEvent.Executed(Execution traded)
                        ? Optional.of(traded)
                        : Optional.empty();
        Optional<Orphan> orphan = execution.flatMap(_ -> found.orphan());
        Optional<Outlier.Finding> price =
                execution.map(traded ->
                        Outlier.judge(
                                traded.lastPx(),
                                traded.transactTime(),
                                order.route().broker(),
                                found.references()));
        return new Posting(
                order,
                HistoryEntry.after(
                        found.historyHash(),
                        order.id(),
                        order.version(),
                        order.lastUpdateTime(),
                        by,
                        happening(step, price, found.traceId()),
                        order.status()),
                execution,
                step.event() instanceof OrderEvent.Busted busted
                        ? Optional.of(busted.execId())
                        : Optional.empty(),
                before.progress().reports().brokerOrderId().isPresent()
                        ? Optional.empty()
                        : order.progress().reports().brokerOrderId(),
                OrderLines.change(Exposure.of(order).minus(Exposure.of(before)), order, orphan),
                OrderLines.of(order, step.event(), found),
                orphan,
                alerts(step, price, orphan),
                halts(step, price),
                Due.of(order, order.lastUpdateTime()));
    }

    /** By how much positions elsewhere move: that of an orphan that stood in another account. */
    public List<Shift> shiftsElsewhere() {
        PositionId own = PositionId.of(order);
        return Shift.of(
                lines.stream().filter(line -> !line.position().sharesHeadroomWith(own)).toList());
    }

    /** The line of an orphan that stands where its order puts it, now of that order. */
    public Optional<Line.Traded> relabelled() {
        return attached.filter(orphan -> OrderLines.isAtHome(orphan, order))
                .map(orphan -> orphan.line().of(order.id()));
    }

    /** The headroom it gives; below zero it takes. */
    public Headroom headroom() {
        return new Headroom(change.buyHeadroom(), change.sellHeadroom());
    }

    /**
     * Whether it takes headroom that was not reserved, as late fills and busts do. It happened, so
     * it is booked; the store then asks {@link #overdrawing}.
     */
    public boolean isForced() {
        return headroom().isOverdrawn() || change.notional().signum() > 0;
    }

    /** This posting, which halts the account and pages if it overdraws what is {@code left}. */
    public Posting overdrawing(Headroom left) {
        if (!headroom().isOverdrawn() || !left.plus(headroom()).isOverdrawn()) {
            return this;
        }
        List<Alert> more = new ArrayList<>(alerts);
        more.add(
                Alert.trigger(
                        "limit-overdrawn",
                        accountOf(order).text(),
                        order.id() + "/" + order.version(),
                        Severity.CRITICAL,
                        "executions of order %s took %s beyond its limit"
                                .formatted(order.id(), accountOf(order)),
                        order.lastUpdateTime(),
                        Map.of("orderId", order.id().text())));
        List<Halt> halted = new ArrayList<>(halts);
        if (halts.stream().noneMatch(halt -> halt.scope().equals(accountOf(order)))) {
            halted.add(
                    Halt.of(
                            accountOf(order),
                            BY,
                            "order %s went beyond its limit".formatted(order.id())));
        }
        return new Posting(
                order,
                entry,
                execution,
                busted,
                alias,
                change,
                lines,
                attached,
                List.copyOf(more),
                List.copyOf(halted),
                due);
    }

    private static Happening happening(
            Advanced step, Optional<Outlier.Finding> price, Optional<String> traceId) {
        Happening happening = Happening.of(step.event());
        if (traceId.isPresent()) {
            happening = happening.with("traceId", traceId.get());
        }
        if (step.event() instanceof OrderEvent.Executed(Execution execution)) {
            Optional<Slippage> slippage = step.order().slippage(execution);
            if (slippage.isPresent()) {
                happening =
                        happening
                                .with("expectedPx", slippage.get().expected().toString())
                                .with("slippageBps", slippage.get().bps().toPlainString());
            }
        }
        return price.isPresent() ? happening.with("priceCheck", price.get().text()) : happening;
    }

    private static List<Alert> alerts(
            Advanced step, Optional<Outlier.Finding> price, Optional<Orphan> orphan) {
        List<Alert> alerts = new ArrayList<>(OrderAlerts.of(step));
        orphan.map(o -> NewsAlerts.attached(o, step.order())).ifPresent(alerts::add);
        if (price.orElse(NOTHING) instanceof Outlier.Finding.Far far) {
            alerts.add(HaltAlerts.outlier(step.order(), far));
        }
        return List.copyOf(alerts);
    }

    private static List<Halt> halts(Advanced step, Optional<Outlier.Finding> price) {
        List<Halt> halts = new ArrayList<>();
        Order order = step.order();
        if (step.surprises().contains(Surprise.OVER_FILL)) {
            halts.add(
                    Halt.of(accountOf(order), BY, "order %s is over-filled".formatted(order.id())));
        }
        if (price.orElse(NOTHING) instanceof Outlier.Finding.Far far) {
            halts.add(
                    Halt.of(
                            HaltScope.of(order.request().symbol()),
                            BY,
                            "order %s: %s".formatted(order.id(), far.text())));
        }
        return List.copyOf(halts);
    }

    private static HaltScope accountOf(Order order) {
        return HaltScope.of(order.request().tenant(), order.request().account());
    }
}
