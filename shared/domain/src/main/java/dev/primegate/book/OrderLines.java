package dev.primegate.book;

import dev.primegate.ledger.Line;
import dev.primegate.ledger.Orphan;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Execution;
import dev.primegate.order.Exposure;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import java.util.List;
import java.util.Optional;

/** What news of an order adds to the tapes. */
final class OrderLines {
    private OrderLines() {}

    static List<Line> of(Order order, OrderEvent event, Found found) {
        PositionId position = PositionId.of(order);
        return switch (event) {
            case OrderEvent.Executed(Execution execution) ->
                    found.orphan()
                            .map(orphan -> attached(order, position, orphan, found))
                            .orElseGet(() -> List.of(traded(order, position, execution, found)));
            case OrderEvent.Busted bust ->
                    List.of(
                            new Line.Undone(
                                    position,
                                    bust.execId(),
                                    bust.at(),
                                    Line.Undone.Why.BUSTED,
                                    found.prior().booked()));
            case OrderEvent.Reported _,
                    OrderEvent.Doubted _,
                    OrderEvent.NotSent _,
                    OrderEvent.NeverArrived _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.CancelRefused _ ->
                    List.of();
        };
    }

    /** What of an order's change is new to the headroom it takes from. */
    static Exposure change(Exposure change, Order order, Optional<Orphan> orphan) {
        return orphan.filter(o -> !o.busted() && isAtHome(o, order))
                .map(o -> change.minus(standing(o)))
                .orElse(change);
    }

    /** Whether the orphan stands where its order would put it, so that no position moves. */
    static boolean isAtHome(Orphan orphan, Order order) {
        return orphan.home().equals(PositionId.of(order));
    }

    /** At home the line is there already; elsewhere it is taken back and written here. */
    private static List<Line> attached(
            Order order, PositionId position, Orphan orphan, Found found) {
        Line.Undone undone =
                new Line.Undone(
                        orphan.home(),
                        orphan.execId(),
                        order.lastUpdateTime(),
                        Line.Undone.Why.ATTACHED,
                        orphan.busted() ? Optional.empty() : Optional.of(orphan.execution()));
        if (!orphan.home().equals(position)) {
            return List.of(traded(order, position, orphan.execution(), found), undone);
        }
        // Its bust was told of the order, and the orphan does not know.
        boolean bustedHere = found.prior().busted() && !orphan.busted();
        return bustedHere ? List.of(undone) : List.of();
    }

    private static Line.Traded traded(
            Order order, PositionId position, Execution execution, Found found) {
        return new Line.Traded(
                position,
                execution,
                Optional.of(order.id()),
                order.progress().reports().brokerOrderId(),
                !found.prior().busted());
    }

    private static Exposure standing(Orphan orphan) {
        Execution execution = orphan.execution();
        return new Exposure(
                Decimal10.ZERO,
                Decimal10.ZERO,
                Decimal10.ZERO,
                0,
                execution.side().signed(execution.lastQty()));
    }
}
