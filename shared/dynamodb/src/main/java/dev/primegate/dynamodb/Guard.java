package dev.primegate.dynamodb;

import dev.primegate.book.Intent;
import dev.primegate.order.Denial;
import dev.primegate.order.Order;
import dev.primegate.order.QuoteId;
import dev.primegate.risk.MessageRate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What an admission must pass beside its headroom: the duplicate window, that no other order takes
 * its quote, and the windows that count the account's orders.
 *
 * @param denial what it says when its write is refused, from the item that stood in the way
 */
record Guard(TransactWriteItem write, Function<Item, Denial> denial) {
    static List<Guard> of(String table, Intent intent) {
        Stream<Guard> duplicate =
                intent.duplicateWindow().isPositive()
                        ? Stream.of(duplicate(table, intent))
                        : Stream.empty();
        Stream<Guard> quote =
                intent.order().request().terms().quote().stream()
                        .map(id -> quote(table, intent.order(), id));
        return Stream.concat(
                        Stream.concat(duplicate, quote),
                        intent.limits().rates().stream().map(rate -> rate(table, intent, rate)))
                .toList();
    }

    private static Guard duplicate(String table, Intent intent) {
        Order order = intent.order();
        Instant until = order.transactTime().plus(intent.duplicateWindow());
        Item item =
                Item.at(Key.duplicate(order.request().intent()))
                        .put("type", "DUP")
                        .put("orderId", order.id().text())
                        .put("lapsesAt", until)
                        .expiring(until);
        TransactWriteItem write =
                Write.putIf(
                        table,
                        item,
                        "attribute_not_exists(pk) OR lapsesAt < :now",
                        Map.of(":now", AttributeValue.fromS(Times.text(order.transactTime()))));
        return new Guard(
                write,
                found ->
                        Denial.of(
                                "duplicate-order",
                                "an order that looks the same was just admitted: "
                                        + found.text("orderId")));
    }

    /** For good: two orders of one trade would be two positions. */
    private static Guard quote(String table, Order order, QuoteId id) {
        Item item =
                Item.at(Key.quoteTaken(id))
                        .put("type", "QUOTE_TAKEN")
                        .put("orderId", order.id().text());
        return new Guard(
                Write.putIfAbsent(table, item), found -> Intent.quoteTaken(found.text("orderId")));
    }

    /** Counts admitted orders only: a refused transaction leaves the window as it was. */
    private static Guard rate(String table, Intent intent, MessageRate rate) {
        Instant begin = rate.begin(intent.order().transactTime());
        TransactWriteItem write =
                new Write.Update(Key.rate(intent.order().request(), rate.window(), begin))
                        .add("n", RiskItem.number(1))
                        .set("expiresAt", RiskItem.number(expiry(begin, rate)))
                        .when("(attribute_not_exists(n) OR n < %s)", RiskItem.number(rate.most()))
                        .build(table);
        return new Guard(write, found -> RiskRefusal.rateDenial(found, rate));
    }

    /** Long after any invocation that may still count in it. */
    private static long expiry(Instant begin, MessageRate rate) {
        return begin.plus(rate.window()).plusSeconds(3600).getEpochSecond();
    }
}
