package dev.primegate.broker.coinbaseprime;

import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prime's API as the REST client would call it, over a wire of ours. */
final class WiredApi implements PrimeApi {
    private static final String JSON = "application/json";

    private static final byte[] NOTHING = {};

    private final Wire wire;

    WiredApi(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Response createOrder(String portfolio, Signed signed, byte[] body) {
        return post(portfolio, "/order", signed, body);
    }

    @Override
    public Response acceptQuote(String portfolio, Signed signed, byte[] body) {
        return post(portfolio, "/accept_quote", signed, body);
    }

    @Override
    public Response cancelOrder(String portfolio, String order, Signed signed) {
        return post(portfolio, "/orders/" + order + "/cancel", signed, NOTHING);
    }

    @Override
    public Response order(String portfolio, String order, Signed signed) {
        return get(portfolio, "/orders/" + order, signed, Map.of());
    }

    @Override
    public Response openOrders(String portfolio, Signed signed) {
        return get(portfolio, "/open_orders", signed, Map.of());
    }

    @Override
    public Response orders(
            String portfolio,
            Signed signed,
            String startDate,
            String sortDirection,
            int limit,
            @Nullable String cursor) {
        return get(portfolio, "/orders", signed, page(startDate, sortDirection, limit, cursor));
    }

    @Override
    public Response orderFills(
            String portfolio,
            String order,
            Signed signed,
            String sortDirection,
            int limit,
            @Nullable String cursor) {
        return get(
                portfolio,
                "/orders/" + order + "/fills",
                signed,
                page(null, sortDirection, limit, cursor));
    }

    @Override
    public Response fills(
            String portfolio,
            Signed signed,
            String startDate,
            String sortDirection,
            int limit,
            @Nullable String cursor) {
        return get(portfolio, "/fills", signed, page(startDate, sortDirection, limit, cursor));
    }

    @Override
    public Response balances(String portfolio, Signed signed, String balanceType) {
        return get(portfolio, "/balances", signed, Map.of("balance_type", List.of(balanceType)));
    }

    @Override
    public Response products(String portfolio, Signed signed, int limit, @Nullable String cursor) {
        return get(portfolio, "/products", signed, page(null, null, limit, cursor));
    }

    private Response get(
            String portfolio, String path, Signed signed, Map<String, List<String>> query) {
        return get("/v1/portfolios/" + portfolio + path, signed, query);
    }

    private Response get(String path, Signed signed, Map<String, List<String>> query) {
        return wire.exchange(new Request("GET", path, new Query(query), headers(signed), ""));
    }

    private Response post(String portfolio, String path, Signed signed, byte[] body) {
        Map<String, String> headers = headers(signed);
        headers.put("content-type", JSON);
        return wire.exchange(
                new Request(
                        "POST",
                        "/v1/portfolios/" + portfolio + path,
                        new Query(Map.of()),
                        headers,
                        new String(body, StandardCharsets.UTF_8)));
    }

    private static Map<String, List<String>> page(
            @Nullable String startDate,
            @Nullable String sortDirection,
            int limit,
            @Nullable String cursor) {
        Map<String, List<String>> query = new HashMap<>();
        put(query, "start_date", startDate);
        put(query, "sort_direction", sortDirection);
        put(query, "limit", Integer.toString(limit));
        put(query, "cursor", cursor);
        return query;
    }

    private static void put(Map<String, List<String>> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, List.of(value));
        }
    }

    private static Map<String, String> headers(Signed signed) {
        Map<String, String> headers = new HashMap<>();
        headers.put(lower(PrimeSigner.KEY), signed.accessKey);
        headers.put(lower(PrimeSigner.PASSPHRASE), signed.passphrase);
        headers.put(lower(PrimeSigner.TIMESTAMP), signed.timestamp);
        headers.put(lower(PrimeSigner.SIGNATURE), signed.signature);
        headers.put("accept", JSON);
        return headers;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
