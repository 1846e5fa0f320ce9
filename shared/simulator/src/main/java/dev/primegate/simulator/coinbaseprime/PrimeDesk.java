package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Acceptance;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Estimate;
import dev.primegate.simulator.engine.NewOrder;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.engine.Terms;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.OrderPost;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quotes, and the orders that take them. A quote is for one side, ends soon, and is taken once. */
final class PrimeDesk {
    private static final Set<String> RFQ =
            Set.of(
                    "portfolio_id",
                    "product_id",
                    "side",
                    "client_quote_id",
                    "base_quantity",
                    "quote_value",
                    "limit_price",
                    "settl_currency",
                    "quote_duration_ms");
    private static final Set<String> ACCEPT =
            Set.of(
                    "portfolio_id",
                    "product_id",
                    "side",
                    "client_order_id",
                    "quote_id",
                    "settl_currency");
    private static final long USUAL_MILLIS = 3_000;
    private static final long MOST_MILLIS = 30_000;
    private static final int MOST_QUOTES = 10_000;

    private final Map<String, Given> quotes =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Given> eldest) {
                    return size() > MOST_QUOTES;
                }
            };
    private final Engine engine;
    private final Switchboard switchboard;
    private final String portfolio;
    private long asked;

    PrimeDesk(Engine engine, Switchboard switchboard, String portfolio) {
        this.engine = engine;
        this.switchboard = switchboard;
        this.portfolio = portfolio;
    }

    /** Quotes what the book would give now, unless that is worse than the limit. */
    synchronized JsonNode quote(Request request) {
        PrimeEntry.checkType(request);
        Fields fields = OrderForm.inPortfolio(Fields.of(request.body(), RFQ), portfolio);
        String client = fields.required("client_quote_id");
        Instant now = switchboard.clock().instant();
        long millis = duration(fields);
        Decimal10 worst =
                fields.amount("limit_price")
                        .orElseThrow(() ->
                                RefusedException.badRequest("limit_price is required for a quote"));
        Terms terms = TermsForm.quoted(fields, now);
        Estimate estimate = engine.estimate(terms);
        Decimal10 price = TermsForm.toGrid(terms, estimate.average());
        boolean within =
                terms.side() == Side.BUY
                        ? price.compareTo(worst) <= 0
                        : price.compareTo(worst) >= 0;
        if (!within) {
            throw RefusedException.badRequest(
                    "no quote within limit_price %s: the best price is %s".formatted(worst, price));
        }
        asked++;
        Given given =
                new Given(id(client, asked), terms, price, now.plus(Duration.ofMillis(millis)));
        quotes.put(given.id, given);
        return Json.object()
                .put("quote_id", given.id)
                .put("expiration_time", given.ends.toString())
                .put("best_price", price.toString())
                .put("order_total", estimate.total().toString())
                .put("price_inclusive_of_fees", estimate.average().toString())
                .put("quote_duration_ms", fields.text("quote_duration_ms").orElse("0"));
    }

    /** Takes a quote, with whatever fault is due. */
    Answer accept(Request request) {
        PrimeEntry.checkType(request);
        Fields fields = OrderForm.inPortfolio(Fields.of(request.body(), ACCEPT), portfolio);
        fields.text("client_order_id").ifPresent(switchboard.log()::notePost);
        return switchboard
                .faults()
                .around(
                        new OrderPost() {
                            @Override
                            public Answer take(@Nullable String doom) {
                                return accept(fields, doom);
                            }

                            @Override
                            public Answer refuse(int status, String message) {
                                return Answer.json(status, Json.object().put("message", message));
                            }
                        });
    }

    private synchronized Answer accept(Fields fields, @Nullable String doom) {
        String client = fields.required("client_order_id");
        Given given = given(fields);
        NewOrder order = new NewOrder(client, given.terms, Map.of("type", "RFQ"), doom);
        return switch (engine.acceptAt(order, given.price)) {
            case Acceptance.Taken(Order taken) -> {
                quotes.remove(given.id);
                yield Answer.json(200, Json.object().put("order_id", taken.id()));
            }
            case Acceptance.Duplicate() ->
                    throw RefusedException.badRequest("duplicate client order ID: " + client);
        };
    }

    private Given given(Fields fields) {
        String id = fields.required("quote_id");
        Given given = quotes.get(id);
        if (given == null) {
            throw RefusedException.badRequest("no quote " + id + ", or it was accepted");
        }
        if (!fields.required("product_id").equals(given.terms.instrument().id())
                || Words.side(fields.required("side")) != given.terms.side()) {
            throw RefusedException.badRequest("the quote is for another product or side");
        }
        if (!switchboard.clock().instant().isBefore(given.ends)) {
            throw RefusedException.badRequest("the quote has expired");
        }
        return given;
    }

    private static long duration(Fields fields) {
        String text = fields.text("quote_duration_ms").orElse("" + USUAL_MILLIS);
        long millis = text.matches("[0-9]{1,6}") ? Long.parseLong(text) : -1;
        if (millis < 1 || millis > MOST_MILLIS) {
            throw RefusedException.badRequest(
                    "quote_duration_ms is not from 1 to " + MOST_MILLIS + ": " + text);
        }
        return millis;
    }

    private static String id(String client, long number) {
        return UUID.nameUUIDFromBytes(
                        ("quote/" + client + "/" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private record Given(String id, Terms terms, Decimal10 price, Instant ends) {}
}
