package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Balance;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Balances, products and the portfolio itself. All balances are trading balances. */
final class PrimeAccount {
    private static final String TRADING = "TRADING_BALANCES";
    private static final List<String> TYPES =
            List.of(
                    TRADING,
                    "VAULT_BALANCES",
                    "TOTAL_BALANCES",
                    "PRIME_CUSTODY_BALANCES",
                    "UNIFIED_TOTAL_BALANCES");
    private static final List<String> ELSEWHERE =
            List.of("VAULT_BALANCES", "PRIME_CUSTODY_BALANCES");

    private static final Paging<Instrument> PRODUCTS =
            new Paging<>("products", Instrument::id, ProductJson::of);

    private final Engine engine;
    private final PrimeCredentials credentials;

    PrimeAccount(Engine engine, PrimeCredentials credentials) {
        this.engine = engine;
        this.credentials = credentials;
    }

    JsonNode balances(Request request) {
        Query query = request.query();
        query.allow(Set.of("symbols", "balance_type"));
        String type = Words.oneOf("balance_type", query.one("balance_type").orElse(TRADING), TYPES);
        List<String> symbols =
                query.all("symbols").stream()
                        .flatMap(list -> Arrays.stream(list.split(",", -1)))
                        .toList();
        List<Balance> all = ELSEWHERE.contains(type) ? List.of() : engine.balances();
        List<Balance> wanted =
                all.stream()
                        .filter(each -> symbols.isEmpty() || symbols.contains(each.asset().code()))
                        .toList();
        ObjectNode answer = Json.object().put("type", type);
        answer.set("balances", Json.array(wanted, BalanceJson::of));
        answer.set("trading_balances", BalanceJson.total(engine.balances()));
        answer.set("vault_balances", BalanceJson.total(List.of()));
        answer.set("prime_custody_balances", BalanceJson.total(List.of()));
        return answer;
    }

    JsonNode products(Request request) {
        Query query = request.query();
        query.allow(Set.of("cursor", "limit", "sort_direction", "product_type"));
        String type =
                Words.oneOf(
                        "product_type",
                        query.one("product_type").orElse("SPOT"),
                        List.of("SPOT", "FUTURE"));
        return PRODUCTS.page(type.equals("SPOT") ? Instruments.pairs() : List.of(), query);
    }

    JsonNode portfolios(Request request) {
        return Json.object().set("portfolios", Json.array(List.of(portfolio()), each -> each));
    }

    JsonNode portfolio(Request request) {
        return Json.object().set("portfolio", portfolio());
    }

    private ObjectNode portfolio() {
        return Json.object()
                .put("id", credentials.portfolioId())
                .put("name", "Simulated portfolio")
                .put("entity_id", credentials.entityId())
                .put("organization_id", "sim-organization")
                .put("entity_name", "Simulated entity");
    }
}
