package dev.primegate.submit;

import dev.primegate.book.Intent;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Preparation;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Denial;
import dev.primegate.order.Digest;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.Route;
import dev.primegate.risk.Verdict;
import dev.primegate.telemetry.Passage;
import dev.primegate.telemetry.Passage.Stage;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks, routes and signs an order, so that all that is left is to admit it and send it. */
@Singleton
class DraftOrder {
    private final Brokers<OrderGateway> gateways;
    private final Routing routing;
    private final OrderChecks checks;
    private final SymbolMaster symbols;
    private final Attempts attempts;

    DraftOrder(
            Brokers<OrderGateway> gateways,
            Routing routing,
            OrderChecks checks,
            SymbolMaster symbols,
            Attempts attempts) {
        this.gateways = gateways;
        this.routing = routing;
        this.checks = checks;
        this.symbols = symbols;
        this.attempts = attempts;
    }

    Draft draft(NewOrder order, Instant now) {
        Instrument instrument = symbols.get(order.symbol());
        return switch (Passage.through(Stage.RISK, () -> checks.check(order, instrument, now))) {
            case Verdict.Denied(Denial denial) -> new Draft.Refused(denial);
            case Verdict.Passed passed -> sign(order, instrument, passed, now);
        };
    }

    /** A way for the order around {@code tried} and whatever is down; by the same rules. */
    Optional<Route> around(Draft.Ready unsent, Set<BrokerId> tried) {
        NewOrder order = unsent.intent().order().request();
        return route(order, symbols.get(order.symbol()), tried);
    }

    /**
     * Signs an admitted order that never left once more, for another broker.
     *
     * @param order as it was admitted
     */
    Draft again(Order order, Draft.Ready unsent, Route route, Instant now) {
        OrderGateway gateway = gateways.find(route.broker()).orElseThrow();
        return sign(
                gateway,
                order.request(),
                now,
                request ->
                        unsent.intent()
                                .rerouted(
                                        order.rerouted(
                                                route,
                                                attempts.after(
                                                        order.attempt(),
                                                        request.signedAt(),
                                                        gateway.window()),
                                                request.signedAt()),
                                        hash(request)));
    }

    private Draft sign(NewOrder order, Instrument instrument, Verdict.Passed passed, Instant now) {
        return route(order, instrument, Set.of())
                .map(route -> sign(order, route, passed, now))
                .orElseGet(Draft.NoBroker::new);
    }

    private Optional<Route> route(NewOrder order, Instrument instrument, Set<BrokerId> tried) {
        return Passage.through(Stage.ROUTE, () -> routing.route(order, instrument, tried));
    }

    private Draft sign(NewOrder order, Route route, Verdict.Passed passed, Instant now) {
        OrderGateway gateway = gateways.find(route.broker()).orElseThrow();
        return sign(
                gateway,
                order,
                now,
                request ->
                        new Intent(
                                Order.admitted(
                                                order,
                                                route,
                                                attempts.first(
                                                        request.signedAt(), gateway.window()),
                                                passed.reservation(),
                                                request.signedAt())
                                        .expecting(passed.expectation()),
                                passed.limits(),
                                passed.checks(),
                                hash(request),
                                checks.duplicateWindow()));
    }

    private Draft sign(
            OrderGateway gateway,
            NewOrder order,
            Instant now,
            Function<Preparation.Prepared, Intent> intent) {
        Preparation preparation =
                Passage.through(
                        Stage.ADAPT,
                        () -> gateway.prepare(order, symbols.get(order.symbol()), now));
        return switch (preparation) {
            case Preparation.Unsupported(String what) ->
                    new Draft.Refused(Denial.of("unsupported", what));
            case Preparation.ClockSkewed(Duration apart) -> new Draft.ClockSkewed(apart);
            case Preparation.Prepared request ->
                    new Draft.Ready(intent.apply(request), gateway, request);
        };
    }

    private static String hash(Preparation.Prepared request) {
        return Digest.hexOf(request.body().getBytes(StandardCharsets.UTF_8));
    }

    /** What came of it. Nothing was written, nobody was called. */
    sealed interface Draft {
        record Ready(Intent intent, OrderGateway gateway, Preparation.Prepared request)
                implements Draft {
            Ready with(Intent other) {
                return new Ready(other, gateway, request);
            }
        }

        record Refused(Denial denial) implements Draft {}

        /** Every broker that could get it is down. */
        record NoBroker() implements Draft {}

        /** Not signed, since our clock and the broker's are at least so far apart. */
        record ClockSkewed(Duration apart) implements Draft {}
    }
}
