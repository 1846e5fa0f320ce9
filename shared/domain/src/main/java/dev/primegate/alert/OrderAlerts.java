package dev.primegate.alert;

import static dev.primegate.alert.Severity.CRITICAL;
import static dev.primegate.alert.Severity.ERROR;
import static dev.primegate.alert.Severity.WARNING;

import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Slippage;
import dev.primegate.order.Transition.Advanced;
import dev.primegate.order.Transition.Impossible;
import dev.primegate.order.Transition.Surprise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which changes of an order a person must hear of. */
public final class OrderAlerts {
    private OrderAlerts() {}

    public static List<Alert> of(Advanced step) {
        List<Alert> alerts = new ArrayList<>();
        Order order = step.order();
        OrderStatus from = step.before().status();
        OrderStatus to = order.status();
        if (to != from) {
            if (to == OrderStatus.UNKNOWN) {
                alerts.add(about(order, "order-unknown", ERROR, "its fate is not known"));
            }
            if (from == OrderStatus.UNKNOWN) {
                alerts.add(
                        Alert.resolve(
                                "order-unknown",
                                order.id().text(),
                                cause(order),
                                "order %s is settled: %s".formatted(order.id(), to),
                                order.lastUpdateTime()));
            }
            if (to == OrderStatus.REJECTED) {
                alerts.add(rejected(order));
            }
            if (to == OrderStatus.NEVER_ARRIVED) {
                alerts.add(
                        about(
                                order,
                                "order-never-arrived",
                                WARNING,
                                "it never reached the broker"));
            }
        }
        for (Surprise surprise : step.surprises()) {
            alerts.add(surprising(order, surprise));
        }
        if (step.event() instanceof OrderEvent.Busted(var execId, _, String reason)) {
            alerts.add(
                    about(
                            order,
                            "execution-busted",
                            ERROR,
                            "execution %s was busted: %s".formatted(execId, reason)));
        }
        if (step.event() instanceof OrderEvent.Executed(Execution execution)) {
            slipped(order, execution).ifPresent(alerts::add);
        }
        return alerts;
    }

    /** Beyond what the order may bear is worse than beyond what its class usually does. */
    private static Optional<Alert> slipped(Order order, Execution execution) {
        Optional<Slippage> slippage = order.slippage(execution);
        if (slippage.isEmpty()) {
            return Optional.empty();
        }
        int most = order.request().terms().maxSlippage().orElseThrow();
        int usual = order.expectation().orElseThrow().alertBps();
        boolean beyondMost = slippage.get().isBeyond(most);
        return beyondMost || slippage.get().isBeyond(usual)
                ? Optional.of(slipped(order, slippage.get(), beyondMost ? most : usual, beyondMost))
                : Optional.empty();
    }

    private static Alert slipped(Order order, Slippage slippage, int bound, boolean beyondMost) {
        Map<String, String> details = details(order);
        details.put("expectedPx", slippage.expected().toString());
        details.put("lastPx", slippage.actual().toString());
        details.put("slippageBps", slippage.bps().toPlainString());
        details.put("boundBps", Integer.toString(bound));
        return Alert.trigger(
                "slippage",
                order.id().text(),
                cause(order),
                beyondMost ? ERROR : WARNING,
                "order %s at %s filled at %s, expected %s: %s bps worse, %s %d"
                        .formatted(
                                order.id(),
                                order.route().broker(),
                                slippage.actual(),
                                slippage.expected(),
                                slippage.bps().toPlainString(),
                                beyondMost ? "it may bear" : "more than the usual",
                                bound),
                order.lastUpdateTime(),
                details);
    }

    public static Alert of(Impossible news) {
        Order order = news.order();
        return Alert.trigger(
                "impossible-news",
                order.id().text(),
                news.event().toString(),
                ERROR,
                "order %s: news that cannot be: %s".formatted(order.id(), news.why()),
                order.lastUpdateTime(),
                details(order));
    }

    /** One key per broker: a burst of rejects is one trouble. */
    private static Alert rejected(Order order) {
        return Alert.trigger(
                "order-rejected",
                order.route().broker().name(),
                cause(order),
                WARNING,
                "%s rejected order %s: %s"
                        .formatted(
                                order.route().broker(),
                                order.id(),
                                order.progress().closing().map(c -> c.reason()).orElse("")),
                order.lastUpdateTime(),
                details(order));
    }

    private static Alert surprising(Order order, Surprise surprise) {
        return switch (surprise) {
            case OVER_FILL -> about(order, "over-fill", CRITICAL, "more was filled than was asked");
            case REOPENED ->
                    about(order, "order-reopened", CRITICAL, "it was thought dead and is alive");
            case LATE_FILL -> about(order, "late-fill", WARNING, "it was filled after its end");
            case FILLED_THOUGH_REJECTED ->
                    about(order, "filled-though-rejected", CRITICAL, "it was rejected and filled");
        };
    }

    private static Alert about(Order order, String rule, Severity severity, String what) {
        return Alert.trigger(
                rule,
                order.id().text(),
                cause(order),
                severity,
                "order %s at %s: %s".formatted(order.id(), order.route().broker(), what),
                order.lastUpdateTime(),
                details(order));
    }

    private static String cause(Order order) {
        return order.id() + "/" + order.version();
    }

    private static Map<String, String> details(Order order) {
        Map<String, String> details = new TreeMap<>();
        details.put("orderId", order.id().text());
        details.put("clOrdId", order.request().clOrdId().text());
        details.put("account", order.request().account().name());
        details.put("broker", order.route().broker().name());
        details.put("symbol", order.request().symbol().text());
        details.put("side", order.request().side().name());
        details.put("ordStatus", order.status().name());
        details.put("cumQty", order.cumQty().toString());
        order.attempt().traceId().ifPresent(trace -> details.put("traceId", trace));
        return details;
    }
}
