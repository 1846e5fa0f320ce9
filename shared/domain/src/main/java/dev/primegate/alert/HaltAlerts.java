package dev.primegate.alert;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.order.Order;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Outlier;
import java.time.Instant;
import java.util.Map;

/** What a person must hear of halts. */
public final class HaltAlerts {
    private static final String HALTED = "trading-halted";
    private static final String OUTLIER = "price-outlier";

    private HaltAlerts() {}

    /** Whoever gave it: everybody on call must know. */
    public static Alert halted(Halt halt, Instant at) {
        return Alert.trigger(
                HALTED,
                halt.scope().text(),
                halt.scope() + "/" + halt.state() + "/" + at,
                Severity.CRITICAL,
                "%s is %s by %s: %s"
                        .formatted(halt.scope(), halt.state(), halt.by(), halt.reason()),
                at,
                Map.of(
                        "scope", halt.scope().text(),
                        "state", halt.state().name(),
                        "by", halt.by(),
                        "reason", halt.reason()));
    }

    public static Alert resumed(HaltScope scope, String by, Instant at) {
        return Alert.resolve(
                HALTED,
                scope.text(),
                scope + "/" + at,
                "%s is resumed by %s".formatted(scope, by),
                at);
    }

    /** A trade far off the market; its symbol is halted in the same transaction. */
    public static Alert outlier(Order order, Outlier.Finding.Far finding) {
        return Alert.trigger(
                OUTLIER,
                order.request().symbol().text(),
                order.id() + "/" + order.version(),
                Severity.CRITICAL,
                "order %s at %s traded %s: %s"
                        .formatted(
                                order.id(),
                                order.route().broker(),
                                order.request().symbol(),
                                finding.text()),
                order.lastUpdateTime(),
                Map.of(
                        "orderId", order.id().text(),
                        "broker", order.route().broker().name(),
                        "symbol", order.request().symbol().text(),
                        "traded", finding.said().toString(),
                        "reference", finding.reference().price().toString(),
                        "source", finding.reference().source().name()));
    }

    /** A broker quotes a price far off the market; the symbol is halted before this is told. */
    public static Alert outlier(
            BrokerId broker, Symbol symbol, Outlier.Finding.Far finding, Instant at) {
        return Alert.trigger(
                OUTLIER,
                symbol.text(),
                "quote/%s/%s/%s".formatted(broker, symbol, at),
                Severity.CRITICAL,
                "%s quotes %s: %s".formatted(broker, symbol, finding.text()),
                at,
                Map.of(
                        "broker", broker.name(),
                        "symbol", symbol.text(),
                        "quoted", finding.said().toString(),
                        "reference", finding.reference().price().toString(),
                        "source", finding.reference().source().name()));
    }
}
