package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Fill;
import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Fills of an order, or of the portfolio since a date. */
final class PrimeFills {
    private static final Set<String> OF_ORDER = Set.of("cursor", "limit", "sort_direction");
    private static final Set<String> OF_PORTFOLIO =
            Set.of("cursor", "limit", "sort_direction", "start_date", "end_date");

    private final Engine engine;
    private final PrimeOrders orders;
    private final Paging<Fill> paging;

    PrimeFills(Engine engine, PrimeOrders orders) {
        this.engine = engine;
        this.orders = orders;
        this.paging = new Paging<>("fills", Fill::id, this::json);
    }

    JsonNode ofOrder(Request request) {
        request.query().allow(OF_ORDER);
        return paging.page(engine.fillsOf(orders.order(request).id()), request.query());
    }

    JsonNode ofPortfolio(Request request) {
        Query query = request.query();
        query.allow(OF_PORTFOLIO);
        Instant start =
                query.time("start_date")
                        .orElseThrow(() -> RefusedException.badRequest("start_date is required"));
        Instant end = query.time("end_date").orElse(Instant.MAX);
        List<Fill> between =
                engine.fills().stream()
                        .filter(fill -> !fill.at().isBefore(start) && !fill.at().isAfter(end))
                        .toList();
        return paging.page(between, query);
    }

    private ObjectNode json(Fill fill) {
        return FillJson.of(fill, engine.order(fill.orderId()).orElseThrow().terms());
    }
}
