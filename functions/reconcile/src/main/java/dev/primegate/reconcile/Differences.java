package dev.primegate.reconcile;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.broker.Product;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.order.Order;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** What a person must hear when broker and book do not agree, or cannot be compared. */
final class Differences {
    private Differences() {}

    /** The broker counts fills that it does not show, for longer than its lists may lag. */
    static Alert fillsMissing(Order order, Instant now) {
        Map<String, String> details = details(order);
        details.put("executed", order.cumQty().toString());
        details.put("brokerCumQty", order.progress().reports().cumQty().toString());
        return ofOrder(
                "fills-missing",
                order,
                Severity.ERROR,
                "%s counts %s filled of order %s and shows %s"
                        .formatted(
                                order.route().broker(),
                                order.progress().reports().cumQty(),
                                order.id(),
                                order.cumQty()),
                now,
                details);
    }

    /** The broker had told of the order, and now does not know it. */
    static Alert vanished(Order order, String proof, Instant now) {
        Map<String, String> details = details(order);
        details.put("proof", proof);
        return ofOrder(
                "order-vanished",
                order,
                Severity.CRITICAL,
                "%s no longer knows order %s".formatted(order.route().broker(), order.id()),
                now,
                details);
    }

    static Alert checkFailed(Order order, RuntimeException failure, Instant now) {
        Map<String, String> details = details(order);
        details.put("failure", failure.getClass().getSimpleName());
        return ofOrder(
                "order-check-failed",
                order,
                Severity.ERROR,
                "order %s could not be looked at".formatted(order.id()),
                now,
                details);
    }

    /** One trouble per broker, told once a day. */
    static Alert questionFailed(BrokerId broker, String why, Instant now) {
        return Alert.trigger(
                "products-not-compared",
                broker.name(),
                broker + "/" + now.atOffset(ZoneOffset.UTC).toLocalDate(),
                Severity.WARNING,
                "%s did not say which instruments it offers: %s".formatted(broker, why),
                now,
                Map.of("broker", broker.name()));
    }

    /** The broker would refuse amounts that the symbol master allows. */
    static Alert steps(BrokerId broker, Product theirs, Instrument ours, Instant now) {
        Map<String, String> details = new TreeMap<>();
        details.put("broker", broker.name());
        details.put("quantityStep", ours.quantityStep().toString());
        details.put("brokerQuantityStep", theirs.quantityStep().toString());
        details.put("priceStep", ours.priceStep().toString());
        details.put("brokerPriceStep", theirs.priceStep().toString());
        return Alert.trigger(
                "steps-differ",
                broker + "/" + ours.symbol(),
                details.toString(),
                Severity.WARNING,
                "%s trades %s in other steps than the symbol master says"
                        .formatted(broker, ours.symbol()),
                now,
                details);
    }

    private static Alert ofOrder(
            String rule,
            Order order,
            Severity severity,
            String summary,
            Instant now,
            Map<String, String> details) {
        return Alert.trigger(
                rule,
                order.id().text(),
                order.id() + "/" + order.version(),
                severity,
                summary,
                now,
                details);
    }

    private static Map<String, String> details(Order order) {
        Map<String, String> details = new TreeMap<>();
        details.put("orderId", order.id().text());
        details.put("broker", order.route().broker().name());
        details.put("account", order.request().account().name());
        details.put("symbol", order.request().symbol().text());
        details.put("ordStatus", order.status().name());
        return details;
    }
}
