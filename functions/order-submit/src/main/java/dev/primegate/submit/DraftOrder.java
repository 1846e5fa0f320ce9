package dev.primegate.submit;

import dev.primegate.book.Intent;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Preparation;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Attempt;
import dev.primegate.order.Denial;
import dev.primegate.order.Digest;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.Route;
import dev.primegate.risk.Verdict;
import dev.primegate.runtime.Ids;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Checks, routes and signs an order, so that all that is left is to admit it and send it. */
@Singleton
class DraftOrder {
    /** How long after signing a send may still begin. */
    private static final Duration LEASE = Duration.ofSeconds(3);

    private final Brokers<OrderGateway> gateways;
    private final Routing routing;
    private final OrderChecks checks;
    private final SymbolMaster symbols;
    private final Ids ids;

    DraftOrder(
            Brokers<OrderGateway> gateways,
            Routing routing,
            OrderChecks checks,
            SymbolMaster symbols,
            Ids ids) {
        this.gateways = gateways;
        this.routing = routing;
        this.checks = checks;
        this.symbols = symbols;
        this.ids = ids;
    }

    Draft draft(NewOrder order, Instant now) {
        Instrument instrument = symbols.get(order.symbol());
        return switch (checks.check(order, instrument, now)) {
            case Verdict.Denied(Denial denial) -> new Draft.Refused(denial);
            case Verdict.Passed passed -> sign(order, instrument, passed, now);
        };
    }

    private Draft sign(NewOrder order, Instrument instrument, Verdict.Passed passed, Instant now) {
        return routing.route(order, instrument)
                .map(route -> sign(order, instrument, route, passed, now))
                .orElseGet(Draft.NoBroker::new);
    }

    private Draft sign(
            NewOrder order,
            Instrument instrument,
            Route route,
            Verdict.Passed passed,
            Instant now) {
        OrderGateway gateway = gateways.find(route.broker()).orElseThrow();
        return switch (gateway.prepare(order, instrument, now)) {
            case Preparation.Unsupported(String what) ->
                    new Draft.Refused(Denial.of("unsupported", what));
            case Preparation.ClockSkewed(Duration apart) -> new Draft.ClockSkewed(apart);
            case Preparation.Prepared request -> {
                Instant signedAt = request.signedAt();
                Attempt attempt =
                        new Attempt(
                                ids.next(),
                                signedAt,
                                signedAt.plus(LEASE),
                                gateway.window().fence(signedAt));
                Intent intent =
                        new Intent(
                                Order.admitted(
                                        order,
                                                route,
                                                attempt,
                                                passed.reservation(),
                                                signedAt)
                                        .expecting(passed.expectation()),
                                passed.limits(),
                                passed.checks(),
                                Digest.hexOf(request.body().getBytes(StandardCharsets.UTF_8)),
                                checks.duplicateWindow());
                yield new Draft.Ready(intent, gateway, request);
            }
        };
    }

    /** What came of it. Nothing was written, nobody was called. */
    sealed interface Draft {
        record Ready(Intent intent, OrderGateway gateway, Preparation.Prepared request)
                implements Draft {}

        record Refused(Denial denial) implements Draft {}

        /** Every broker that could get it is down. */
        record NoBroker() implements Draft {}

        /** Not signed, since our clock and the broker's are at least so far apart. */
        record ClockSkewed(Duration apart) implements Draft {}
    }
}
