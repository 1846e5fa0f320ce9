package dev.primegate.risk;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import java.util.List;

/**
 * What an account may do in one instrument.
 *
 * @param maxOrderQty units of the base in one order
 * @param maxOrderNotional risk currency in one order
 * @param openNotional risk currency in all open orders of the account
 * @param openOrders open orders of the account
 * @param maxLong units of the base it may be long, open buys included
 * @param maxShort units of the base it may be short, open sells included
 * @param rates how fast the account may send orders, of whatever instrument
 */
public record Limits(
        Quantity maxOrderQty,
        Decimal10 maxOrderNotional,
        Decimal10 openNotional,
        int openOrders,
        Cap maxLong,
        Cap maxShort,
        List<MessageRate> rates) {}
