package dev.primegate.testkit;

import dev.primegate.book.Intent;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.Attempt;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Reservation;
import dev.primegate.order.Route;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.order.TimeInForce;
import dev.primegate.risk.Cap;
import dev.primegate.risk.Limits;
import dev.primegate.risk.MessageRate;
import dev.primegate.risk.Reference;
import dev.primegate.risk.RiskCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders, intents and news for tests: everything in BTC-USD, account {@code fund/main}. */
public final class Requests {
    public static final BrokerId BROKER = new BrokerId("coinbase-prime");
    public static final Symbol BTC = new Symbol("BTC-USD");
    public static final Tenant FUND = new Tenant("fund");
    public static final Account MAIN = new Account("main");

    /** Somebody who publishes prices and fills nothing. */
    public static final BrokerId EXCHANGE = new BrokerId("exchange");

    private Requests() {}

    /** A price of somebody other than the brokers. */
    public static Reference price(String price, Instant at) {
        return new Reference(Price.of(price), at, EXCHANGE);
    }

    /** A limit order at {@code price}. */
    public static NewOrder limit(String clOrdId, Side side, String quantity, String price) {
        return new NewOrder(
                FUND,
                MAIN,
                new ClOrdId(clOrdId),
                BTC,
                side,
                new OrderSize.Units(Quantity.of(quantity)),
                new OrderTerms.Limit(Price.of(price), Optional.empty()),
                TimeInForce.GTC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "desk",
                "trader",
                Optional.empty());
    }

    /** The same order, which takes {@code quote} at its limit. */
    public static NewOrder quoted(NewOrder order, QuoteId quote) {
        return with(
                order.account(),
                order,
                new OrderTerms.PreviouslyQuoted(quote, order.terms().limit().orElseThrow()));
    }

    /** The same order, in another account of the tenant. */
    public static NewOrder of(String account, NewOrder order) {
        return with(new Account(account), order, order.terms());
    }

    /** The same order, under other terms. */
    public static NewOrder with(NewOrder order, OrderTerms terms) {
        return with(order.account(), order, terms);
    }

    public static OrderTerms at(String limit) {
        return new OrderTerms.Limit(Price.of(limit), Optional.empty());
    }

    private static NewOrder with(Account account, NewOrder order, OrderTerms terms) {
        return new NewOrder(
                order.tenant(),
                account,
                order.clOrdId(),
                order.symbol(),
                order.side(),
                order.size(),
                terms,
                order.timeInForce(),
                order.effectiveTime(),
                order.expireTime(),
                order.execInst(),
                order.locateId(),
                order.exDestination(),
                order.desk(),
                order.trader(),
                order.text());
    }

    public static NewOrder buy(String clOrdId, String quantity) {
        return limit(clOrdId, Side.BUY, quantity, "100");
    }

    public static NewOrder sell(String clOrdId, String quantity) {
        return limit(clOrdId, Side.SELL, quantity, "100");
    }

    /** Wide enough not to matter. */
    public static Limits wide() {
        return limits("1000000", 1_000_000, "1000000", "1000000");
    }

    public static Limits limits(
            String openNotional, int openOrders, String maxLong, String maxShort) {
        return new Limits(
                Quantity.of("1000000"),
                Decimal10.of("1000000000"),
                Decimal10.of(openNotional),
                openOrders,
                Cap.of(Quantity.of(maxLong)),
                Cap.of(Quantity.of(maxShort)),
                List.of());
    }

    /** These limits, and no position worth more than {@code money} at {@code mark}. */
    public static Limits worth(Limits limits, String money, String mark) {
        return new Limits(
                limits.maxOrderQty(),
                limits.maxOrderNotional(),
                limits.openNotional(),
                limits.openOrders(),
                limits.maxLong().worth(Decimal10.of(money), new BigDecimal(mark)),
                limits.maxShort().worth(Decimal10.of(money), new BigDecimal(mark)),
                limits.rates());
    }

    /** These limits, and no faster than {@code rates}. */
    public static Limits paced(Limits limits, MessageRate... rates) {
        return new Limits(
                limits.maxOrderQty(),
                limits.maxOrderNotional(),
                limits.openNotional(),
                limits.openOrders(),
                limits.maxLong(),
                limits.maxShort(),
                List.of(rates));
    }

    public static Intent intent(NewOrder request, String owner, Limits limits, Instant now) {
        return intent(request, owner, limits, now, Duration.ZERO);
    }

    public static Intent intent(
            NewOrder request, String owner, Limits limits, Instant now, Duration window) {
        Quantity quantity = ((OrderSize.Units) request.size()).orderQty();
        Price price = request.terms().limit().orElse(Price.of("100"));
        Order order =
                Order.admitted(
                        request,
                        new Route(BROKER, "test"),
                        new Attempt(owner, now, now.plusSeconds(3), now.plusSeconds(38)),
                        new Reservation(quantity, price.times(quantity, RoundingMode.CEILING)),
                        now);
        return new Intent(order, limits, List.of(new RiskCheck("test", "1", "1")), "hash", window);
    }

    /** The same intent, routed elsewhere. */
    public static Intent routed(Intent intent, BrokerId broker) {
        Order order = intent.order();
        return new Intent(
                Order.admitted(
                                order.request(),
                                new Route(broker, "test"),
                                order.attempt(),
                                order.reservation(),
                                order.transactTime())
                        .expecting(order.expectation()),
                intent.limits(),
                intent.checks(),
                intent.requestHash(),
                intent.duplicateWindow());
    }

    /** The next attempt of an admitted intent, at {@code broker}. */
    public static Intent rerouted(Intent intent, BrokerId broker, Instant now) {
        Order order = intent.order();
        Attempt first = order.attempt();
        Attempt next =
                new Attempt(
                        first.number() + 1,
                        first.owner(),
                        first.release(),
                        now,
                        now.plusSeconds(3),
                        now.plusSeconds(38),
                        Optional.empty());
        return intent.rerouted(
                order.rerouted(new Route(broker, "the other is down"), next, now), "hash2");
    }

    /** The same intent, signed by software of that release. */
    public static Intent of(long release, Intent intent) {
        Order order = intent.order();
        Attempt by = order.attempt();
        return intent.rerouted(
                Order.admitted(
                        order.request(),
                        order.route(),
                        new Attempt(
                                1,
                                by.owner(),
                                release,
                                by.signedAt(),
                                by.lease(),
                                by.fence(),
                                Optional.empty()),
                        order.reservation(),
                        order.transactTime()),
                intent.requestHash());
    }

    public static OrderEvent executed(NewOrder of, String execId, String quantity) {
        return executed(of, execId, quantity, "100");
    }

    public static OrderEvent executed(NewOrder of, String execId, String quantity, String price) {
        return new OrderEvent.Executed(
                new Execution(
                        new ExecId(execId),
                        of.symbol(),
                        of.side(),
                        Quantity.of(quantity),
                        Price.of(price),
                        Optional.of(new Money(Decimal10.of("0.02"), new Asset("USD"))),
                        Instant.parse("2026-11-02T10:00:05.123456789Z"),
                        Optional.empty(),
                        "00"));
    }

    public static OrderEvent reported(OrderStatus status, String brokerOrderId) {
        return reported(status, brokerOrderId, Optional.empty());
    }

    public static OrderEvent reported(
            OrderStatus status, String brokerOrderId, Optional<String> cumQty) {
        return new OrderEvent.Reported(
                status,
                Optional.of(new BrokerOrderId(brokerOrderId)),
                cumQty.map(Quantity::of),
                Instant.parse("2026-11-02T10:00:06Z"),
                Optional.of("said the broker"));
    }
}
