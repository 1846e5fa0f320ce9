package dev.primegate.dynamodb;

import dev.primegate.book.Due;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.Attempt;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.Closing;
import dev.primegate.order.ExecInst;
import dev.primegate.order.Expectation;
import dev.primegate.order.Fills;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.OrderTerms.OrdType;
import dev.primegate.order.OrderTerms.Strategy;
import dev.primegate.order.Progress;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Reports;
import dev.primegate.order.Reservation;
import dev.primegate.order.Route;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.order.TimeInForce;
import java.util.Optional;

/** An order as an item. Attributes are only ever added: an older item must stay readable. */
final class OrderItem {
    /** Parts of the due index, so that no partition of it gets hot. */
    static final int DUE_BUCKETS = 8;

    private OrderItem() {}

    static Item write(Order order, String historyHash, Optional<Due> due) {
        NewOrder request = order.request();
        Item item = Item.at(Key.order(order.id())).put("type", "ORDER");
        writeRequest(item, request);
        writeProgress(item, order.progress());
        item.put("meaning", request.meaning())
                .put("version", order.version())
                .put("ordStatus", order.status().name())
                .put("broker", order.route().broker().name())
                .put("routeReason", order.route().reason())
                .put("attempt", order.attempt().number())
                .put("owner", order.attempt().owner())
                .put("release", order.attempt().release())
                .put("signedAt", order.attempt().signedAt())
                .put("lease", order.attempt().lease())
                .put("fence", order.attempt().fence())
                .put("rsvQty", order.reservation().quantity())
                .put("rsvNtl", order.reservation().notional())
                .put("transactTime", order.transactTime())
                .put("lastUpdateTime", order.lastUpdateTime())
                .put("historyHash", historyHash)
                .put("listPk", listPk(request.tenant(), request.account()))
                .put("listSk", Times.text(order.transactTime()) + "#" + order.id());
        item.putText("traceId", order.attempt().traceId());
        order.expectation()
                .ifPresent(expected ->
                        item.put("expectedPx", expected.price().amount())
                                .put("slippageAlertBps", expected.alertBps()));
        due.ifPresent(
                next -> item.put("duePk", duePk(next.duty(), order.id())).put("dueAt", next.at()));
        return item;
    }

    static Order read(Item item) {
        return new Order(
                readRequest(item),
                new Route(new BrokerId(item.text("broker")), item.text("routeReason")),
                new Attempt(
                        item.has("attempt") ? (int) item.number("attempt") : 1,
                        item.text("owner"),
                        item.has("release") ? item.number("release") : 0,
                        item.time("signedAt"),
                        item.time("lease"),
                        item.time("fence"),
                        item.optionalText("traceId")),
                new Reservation(item.quantity("rsvQty"), item.decimal("rsvNtl")),
                item.optionalDecimal("expectedPx")
                        .map(price ->
                                new Expectation(
                                        new Price(price), (int) item.number("slippageAlertBps"))),
                OrderStatus.valueOf(item.text("ordStatus")),
                readProgress(item),
                item.number("version"),
                item.time("transactTime"),
                item.time("lastUpdateTime"));
    }

    static String listPk(Tenant tenant, Account account) {
        return tenant + "#" + account;
    }

    static String duePk(Due.Duty duty, int bucket) {
        return switch (duty) {
                    case LOOK_UP -> "DUE#";
                    case CONFIRM_ABSENCE -> "ABSENT#";
                    case CANCEL -> "CANCEL#";
                }
                + bucket;
    }

    static String duePk(Due.Duty duty, OrderId id) {
        return duePk(duty, Math.floorMod(id.text().hashCode(), DUE_BUCKETS));
    }

    private static void writeRequest(Item item, NewOrder request) {
        item.put("tenant", request.tenant().name())
                .put("account", request.account().name())
                .put("clOrdId", request.clOrdId().text())
                .put("symbol", request.symbol().text())
                .put("side", request.side().name())
                .put("ordType", request.terms().ordType().name())
                .put("timeInForce", request.timeInForce().name())
                .put("desk", request.desk())
                .put("trader", request.trader())
                .putText("price", request.terms().limit())
                .putText("stopPx", request.terms().stop())
                .putTime("effectiveTime", request.effectiveTime())
                .putTime("expireTime", request.expireTime())
                .putText("execInst", request.execInst())
                .putText("locateId", request.locateId())
                .putText("exDestination", request.exDestination())
                .putText("text", request.text());
        request.terms()
                .strategy()
                .ifPresent(strategy ->
                        item.put("targetStrategy", strategy.target().name())
                                .putText("participationRate", strategy.participationRate()));
        switch (request.terms()) {
            case OrderTerms.Market market -> item.put("maxSlippageBps", market.maxSlippageBps());
            case OrderTerms.Stop stop -> item.put("maxSlippageBps", stop.maxSlippageBps());
            case OrderTerms.PreviouslyQuoted quoted -> item.putText("quoteId", quoted.quote());
            case OrderTerms.Limit _, OrderTerms.StopLimit _ -> {}
        }
        switch (request.size()) {
            case OrderSize.Units(Quantity quantity) -> item.put("orderQty", quantity);
            case OrderSize.Cash(Decimal10 cash) -> item.put("cashOrderQty", cash);
        }
    }

    private static NewOrder readRequest(Item item) {
        return new NewOrder(
                new Tenant(item.text("tenant")),
                new Account(item.text("account")),
                new ClOrdId(item.text("clOrdId")),
                new Symbol(item.text("symbol")),
                Side.valueOf(item.text("side")),
                item.has("orderQty")
                        ? new OrderSize.Units(item.quantity("orderQty"))
                        : new OrderSize.Cash(item.decimal("cashOrderQty")),
                readTerms(item),
                TimeInForce.valueOf(item.text("timeInForce")),
                item.optionalTime("effectiveTime"),
                item.optionalTime("expireTime"),
                item.optionalText("execInst").map(ExecInst::valueOf),
                item.optionalText("locateId"),
                item.optionalText("exDestination"),
                item.text("desk"),
                item.text("trader"),
                item.optionalText("text"));
    }

    private static OrderTerms readTerms(Item item) {
        Optional<Strategy> strategy =
                item.optionalText("targetStrategy")
                        .map(target ->
                                new Strategy(
                                        Strategy.Target.valueOf(target),
                                        item.optionalText("participationRate").map(Decimal10::of)));
        return switch (OrdType.valueOf(item.text("ordType"))) {
            case MARKET -> new OrderTerms.Market((int) item.number("maxSlippageBps"), strategy);
            case LIMIT -> new OrderTerms.Limit(Price.of(item.text("price")), strategy);
            case STOP ->
                    new OrderTerms.Stop(
                            Price.of(item.text("stopPx")), (int) item.number("maxSlippageBps"));
            case STOP_LIMIT ->
                    new OrderTerms.StopLimit(
                            Price.of(item.text("stopPx")), Price.of(item.text("price")));
            case PREVIOUSLY_QUOTED ->
                    new OrderTerms.PreviouslyQuoted(
                            QuoteId.of(item.text("quoteId")), Price.of(item.text("price")));
        };
    }

    private static void writeProgress(Item item, Progress progress) {
        Fills fills = progress.fills();
        Reports reports = progress.reports();
        item.put("workedQty", fills.worked())
                .put("execQty", fills.executed())
                .put("execValue", fills.value())
                .put("rptQty", reports.cumQty())
                .put("cancelRequested", progress.cancelRequested())
                .putText("brokerOrderId", reports.brokerOrderId())
                .putTime("workingSince", reports.workingSince())
                .putTime("replacingSince", reports.replacingSince())
                .putText("doubt", progress.doubt());
        progress.closing()
                .ifPresent(end ->
                        item.put("endStatus", end.status().name())
                                .put("endReason", end.reason())
                                .putText("endCumQty", end.cumQty()));
    }

    private static Progress readProgress(Item item) {
        return new Progress(
                new Fills(
                        item.quantity("workedQty"),
                        item.quantity("execQty"),
                        item.decimal("execValue")),
                new Reports(
                        item.optionalText("brokerOrderId").map(BrokerOrderId::new),
                        item.quantity("rptQty"),
                        item.optionalTime("workingSince"),
                        item.optionalTime("replacingSince")),
                item.flag("cancelRequested"),
                item.optionalText("doubt"),
                item.optionalText("endStatus")
                        .map(status ->
                                new Closing(
                                        OrderStatus.valueOf(status),
                                        item.optionalText("endCumQty").map(Quantity::of),
                                        item.text("endReason"))));
    }
}
