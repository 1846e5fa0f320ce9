package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Margin;
import java.time.Instant;

/** The overview of cross margin, in Prime's words. */
final class MarginJson {
    private MarginJson() {}

    static JsonNode of(Margin.State state) {
        ObjectNode overview =
                Json.object()
                        .put("control_status", control(state.trouble()))
                        .put("call_status", call(state.trouble()))
                        .put("margin_level", level(state.trouble()));
        overview.set(
                "margin_summary",
                Json.object()
                        .put("margin_requirement", "100000")
                        .put("margin_excess_shortfall", state.missing().negated().toString()));
        overview.set(
                "active_margin_calls",
                Json.array(state.call().stream().toList(), id -> call(id, state)));
        overview.set("active_loans", Json.object().arrayNode());
        return Json.object().set("overview", overview);
    }

    /** The second version: flat, with a time and a health, and without calls. */
    static JsonNode second(Margin.State state, Instant at) {
        return Json.object()
                .put("control_status", control(state.trouble()))
                .put("margin_level", level(state.trouble()))
                .put("evaluated_at", at.toString())
                .put("health_status", health(state.trouble()))
                .set(
                        "margin_summary",
                        Json.object()
                                .put("margin_requirement", "100000")
                                .put(
                                        "margin_excess_shortfall",
                                        state.missing().negated().toString()));
    }

    private static String health(Margin.Trouble trouble) {
        return switch (trouble) {
            case NONE -> "HEALTH_STATUS_HEALTHY";
            case DEFICIT -> "HEALTH_STATUS_IN_DEFICIT";
            case STANDARD, DEBIT -> "HEALTH_STATUS_WARNING";
            case URGENT, AGED -> "HEALTH_STATUS_CRITICAL";
            case LIQUIDATION -> "HEALTH_STATUS_LIQUIDATING";
        };
    }

    private static ObjectNode call(String id, Margin.State state) {
        boolean aged = state.trouble() == Margin.Trouble.AGED;
        return Json.object()
                .put("margin_call_id", id)
                .put("currency", "USD")
                .put("initial_notional_amount", state.missing().toString())
                .put("outstanding_notional_amount", state.missing().toString())
                .put("margin_call_type", type(state.trouble()))
                .put("margin_call_status", aged ? "CALL_STATUS_AGED" : "CALL_STATUS_OPEN");
    }

    private static String type(Margin.Trouble trouble) {
        return switch (trouble) {
            case NONE, DEFICIT, STANDARD, AGED -> "CALL_TYPE_STANDARD";
            case DEBIT -> "CALL_TYPE_DEBIT";
            case URGENT, LIQUIDATION -> "CALL_TYPE_URGENT";
        };
    }

    private static String call(Margin.Trouble trouble) {
        return switch (trouble) {
            case NONE, DEFICIT -> "ENTITY_NO_CALL";
            case STANDARD -> "ENTITY_OPEN_STANDARD_CALL";
            case DEBIT -> "ENTITY_OPEN_DEBIT_CALL";
            case URGENT, LIQUIDATION -> "ENTITY_OPEN_URGENT_CALL";
            case AGED -> "ENTITY_AGED_CALL";
        };
    }

    private static String level(Margin.Trouble trouble) {
        return switch (trouble) {
            case NONE -> "HEALTHY_THRESHOLD";
            case DEFICIT -> "DEFICIT_THRESHOLD";
            case STANDARD, DEBIT -> "WARNING_THRESHOLD";
            case URGENT, AGED -> "URGENT_MARGIN_CALL_THRESHOLD";
            case LIQUIDATION -> "LIQUIDATION_THRESHOLD";
        };
    }

    private static String control(Margin.Trouble trouble) {
        return switch (trouble) {
            case NONE -> "TRADES_AND_WITHDRAWALS";
            case DEFICIT, STANDARD, DEBIT, URGENT, AGED -> "TRADES_ONLY";
            case LIQUIDATION -> "SESSION_LOCKED";
        };
    }
}
