package dev.primegate.simulator.coinbaseprime;

import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Query;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which orders a list request asks for. */
final class OrderFilter {
    static final Set<String> OPEN_PARAMETERS =
            Set.of(
                    "product_ids",
                    "order_type",
                    "order_side",
                    "start_date",
                    "end_date",
                    "cursor",
                    "limit",
                    "sort_direction");

    private OrderFilter() {}

    /** The filters that both lists have. */
    static Predicate<Order> of(Query query) {
        query.all("product_ids").forEach(TermsForm::instrument);
        query.one("order_type").ifPresent(type -> Words.oneOf("order_type", type, Words.TYPES));
        query.one("order_side").ifPresent(side -> Words.oneOf("order_side", side, Words.SIDES));
        Instant start = query.time("start_date").orElse(Instant.MIN);
        Instant end = query.time("end_date").orElse(Instant.MAX);
        List<Predicate<Order>> all =
                List.of(
                        order -> isAmong(query, "product_ids", order.terms().instrument().id()),
                        order -> isAmong(query, "order_type", order.terms().kind().name()),
                        order -> isAmong(query, "order_side", order.terms().side().name()),
                        order -> !order.origin().createdAt().isBefore(start),
                        order -> !order.origin().createdAt().isAfter(end));
        return order -> all.stream().allMatch(filter -> filter.test(order));
    }

    static Predicate<Order> byStatus(Query query) {
        query.all("order_statuses")
                .forEach(status -> Words.oneOf("order_statuses", status, Words.STATUSES));
        return order -> isAmong(query, "order_statuses", order.status().name());
    }

    private static boolean isAmong(Query query, String name, String value) {
        return query.all(name).isEmpty() || query.all(name).contains(value);
    }
}
