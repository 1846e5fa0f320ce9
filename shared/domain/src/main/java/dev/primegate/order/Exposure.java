package dev.primegate.order;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import java.math.RoundingMode;

/**
 * What one order puts at risk: the reservation it still holds, and the position it has made. A
 * change of an order moves headroom by the difference of its exposures, so nothing is returned
 * twice and nothing is forgotten.
 *
 * @param openBuy units it may still buy
 * @param openSell units it may still sell
 * @param notional what it may still trade, in the risk currency
 * @param openOrders 1 while it may trade
 * @param position units it has made of a position: above zero long
 */
public record Exposure(
        Decimal10 openBuy,
        Decimal10 openSell,
        Decimal10 notional,
        int openOrders,
        Decimal10 position) {
    public static final Exposure NONE =
            new Exposure(Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO, 0, Decimal10.ZERO);

    public static Exposure of(Order order) {
        Side side = order.request().side();
        Decimal10 position = side.signed(order.cumQty());
        if (!order.status().isOpen()) {
            return new Exposure(Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO, 0, position);
        }
        Quantity asked = order.reservation().quantity();
        Quantity left = asked.less(order.progress().worked());
        // A share of the notional, rounded up: what stays reserved must cover what may trade.
        Decimal10 notional =
                order.reservation()
                        .notional()
                        .share(left.amount(), asked.amount(), RoundingMode.CEILING);
        return new Exposure(
                side == Side.BUY ? left.amount() : Decimal10.ZERO,
                side != Side.BUY ? left.amount() : Decimal10.ZERO,
                notional,
                1,
                position);
    }

    public Exposure minus(Exposure other) {
        return new Exposure(
                openBuy.minus(other.openBuy),
                openSell.minus(other.openSell),
                notional.minus(other.notional),
                openOrders - other.openOrders,
                position.minus(other.position));
    }

    /** Units of headroom to buy that this change gives; below zero takes. */
    public Decimal10 buyHeadroom() {
        return position.plus(openBuy).negated();
    }

    /** Units of headroom to sell that this change gives; below zero takes. */
    public Decimal10 sellHeadroom() {
        return position.minus(openSell);
    }
}
