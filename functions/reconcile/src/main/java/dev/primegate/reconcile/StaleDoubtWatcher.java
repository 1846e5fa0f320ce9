package dev.primegate.reconcile;

import dev.primegate.alert.Rule;
import dev.primegate.book.OrderQuery;
import dev.primegate.order.Order;
import dev.primegate.watch.StaleDoubt;
import dev.primegate.watch.Trouble;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Looks whether doubts are settled. */
@Singleton
class StaleDoubtWatcher implements Watcher {
    private final OrderQuery query;

    StaleDoubtWatcher(OrderQuery query) {
        this.query = query;
    }

    @Override
    public Rule rule() {
        return Rule.ORDER_DOUBT_OLD;
    }

    @Override
    public List<Trouble> look(Instant now) {
        return query.open().stream()
                .collect(Collectors.groupingBy((Order order) -> order.route().broker()))
                .entrySet()
                .stream()
                .flatMap(at -> StaleDoubt.judge(at.getKey(), at.getValue(), now).stream())
                .toList();
    }
}
