package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Balance;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import dev.primegate.simulator.wire.Transfers.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What Prime tells of the entity, and what moved in its portfolio beside trades. */
final class PrimeEntity {
    private static final Set<String> FIAT = Set.of("USD", "EUR", "GBP");
    private static final Paging<Held> POSITIONS =
            new Paging<>("positions", Held::key, PrimeEntity::position);
    private static final Paging<Transfer> TRANSACTIONS =
            new Paging<>("transactions", Transfer::id, PrimeEntity::transaction);

    private final Engine engine;
    private final Switchboard switchboard;
    private final PrimeCredentials owner;

    PrimeEntity(Engine engine, Switchboard switchboard, PrimeCredentials owner) {
        this.engine = engine;
        this.switchboard = switchboard;
        this.owner = owner;
    }

    JsonNode margin(Request request) {
        request.query().allow(Set.of());
        return MarginJson.of(switchboard.margin().state());
    }

    JsonNode marginV2(Request request) {
        request.query().allow(Set.of());
        return MarginJson.second(switchboard.margin().state(), switchboard.clock().instant());
    }

    /** Of the entity and of its one portfolio, in one list. */
    JsonNode positions(Request request) {
        Query query = request.query();
        query.allow(Set.of("cursor", "limit"));
        List<Balance> coins =
                engine.balances().stream()
                        .filter(balance -> !FIAT.contains(balance.asset().code()))
                        .toList();
        return POSITIONS.page(
                Stream.concat(
                                coins.stream().map(b -> new Held(b, "ENTITY", owner.entityId())),
                                coins.stream()
                                        .map(b -> new Held(b, "PORTFOLIO", owner.portfolioId())))
                        .toList(),
                query);
    }

    JsonNode transactions(Request request) {
        Query query = request.query();
        query.allow(
                Set.of(
                        "symbols",
                        "types",
                        "start_time",
                        "end_time",
                        "cursor",
                        "limit",
                        "sort_direction",
                        "get_network_unified_transactions",
                        "travel_rule_status"));
        Instant start = query.time("start_time").orElse(Instant.MIN);
        Instant end = query.time("end_time").orElse(Instant.MAX);
        return TRANSACTIONS.page(
                switchboard.transfers().all().stream()
                        .filter(transfer -> !transfer.at().isBefore(start))
                        .filter(transfer -> !transfer.at().isAfter(end))
                        .toList(),
                query);
    }

    private static ObjectNode position(Held held) {
        return Json.object()
                .put("symbol", held.balance.asset().code())
                .put("long", held.balance.amount().toString())
                .put("short", "0")
                .set("position_reference", Json.object().put("id", held.id).put("type", held.type));
    }

    private static ObjectNode transaction(Transfer transfer) {
        ObjectNode json =
                Json.object()
                        .put("id", transfer.id())
                        .put("wallet_id", "sim-wallet-" + transfer.symbol())
                        .put("portfolio_id", PrimeKeys.owner().portfolioId())
                        .put("type", transfer.type())
                        .put("status", transfer.status())
                        .put("symbol", transfer.symbol())
                        .put("created_at", transfer.at().toString())
                        .put("amount", transfer.amount().toString())
                        .put("network_fees", "")
                        .put("fees", "")
                        .put("fee_symbol", "");
        boolean done = transfer.status().equals("TRANSACTION_DONE");
        json.put("completed_at", done ? transfer.at().toString() : "");
        json.putArray("blockchain_ids");
        return json;
    }

    private record Held(Balance balance, String type, String id) {
        String key() {
            return type + "/" + balance.asset().code();
        }
    }
}
