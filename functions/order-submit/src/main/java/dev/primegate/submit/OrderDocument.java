package dev.primegate.submit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.ExecInst;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.OrderTerms.OrdType;
import dev.primegate.order.OrderTerms.Strategy;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.order.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The body of {@code POST /v1/orders}, read field by field; every fault is named at once. */
final class OrderDocument {
    private static final Duration LONGEST = Duration.ofDays(3652);
    private static final Set<String> FIELDS =
            Set.of(
                    "account",
                    "clOrdId",
                    "symbol",
                    "side",
                    "ordType",
                    "timeInForce",
                    "orderQty",
                    "cashOrderQty",
                    "price",
                    "stopPx",
                    "maxSlippageBps",
                    "quoteId",
                    "effectiveTime",
                    "expireTime",
                    "targetStrategy",
                    "participationRate",
                    "execInst",
                    "locateId",
                    "exDestination",
                    "desk",
                    "trader",
                    "text");
    private static final String CL_ORD_ID = "[!-~]{1,64}";
    private static final String CL_ORD_ID_WORDS = "1 to 64 printable ASCII characters, no blank";
    private static final String QUOTE_ID = "the quoteId of a quote, such as falconx:00c884b0";
    private static final String NAME = "1 to 40 characters";

    private final Fields fields;
    private final SymbolMaster symbols;
    private final Instant now;

    private OrderDocument(Fields fields, SymbolMaster symbols, Instant now) {
        this.fields = fields;
        this.symbols = symbols;
        this.now = now;
    }

    /**
     * Reads an order.
     *
     * @param tenant from the caller's credential
     * @param idempotencyKey the header's value, which may stand in for {@code clOrdId}
     * @throws ProblemException if anything is wrong, naming all of it
     */
    static NewOrder read(
            byte[] body,
            Tenant tenant,
            Optional<String> idempotencyKey,
            SymbolMaster symbols,
            Instant now) {
        return read(StrictJson.object(body), tenant, idempotencyKey, symbols, now);
    }

    /** Reads an order that is part of something larger. */
    static NewOrder read(
            ObjectNode object,
            Tenant tenant,
            Optional<String> idempotencyKey,
            SymbolMaster symbols,
            Instant now) {
        return new OrderDocument(new Fields(object, FIELDS), symbols, now)
                .order(tenant, idempotencyKey);
    }

    private NewOrder order(Tenant tenant, Optional<String> idempotencyKey) {
        Optional<String> clOrdId = clOrdId(idempotencyKey);
        Optional<String> account =
                fields.required(
                        "account",
                        "an account",
                        fields.matching("account", "[A-Za-z0-9_.-]{1,40}", "an account"));
        Optional<Instrument> instrument = fields.instrument(symbols);
        Optional<Side> side =
                fields.required("side", "BUY, SELL or SELL_SHORT", fields.word("side", Side.class));
        Optional<OrderSize> size = fields.size();
        Optional<OrderTerms> terms = terms();
        Optional<TimeInForce> timeInForce =
                fields.required(
                        "timeInForce",
                        "one of DAY, GTC, IOC, FOK, GTD",
                        fields.word("timeInForce", TimeInForce.class));
        Optional<Instant> effectiveTime = fields.time("effectiveTime");
        Optional<Instant> expireTime = expireTime(timeInForce);
        Optional<ExecInst> execInst = fields.word("execInst", ExecInst.class);
        Optional<String> locateId = fields.text("locateId", 64);
        Optional<String> exDestination =
                fields.matching("exDestination", "[A-Z0-9]{1,10}", "a MIC");
        Optional<String> desk = fields.required("desk", NAME, fields.text("desk", 40));
        Optional<String> trader = fields.required("trader", NAME, fields.text("trader", 40));
        Optional<String> text = fields.text("text", 200);
        if (!fields.violations().isEmpty()) {
            throw invalid();
        }
        return new NewOrder(
                tenant,
                new Account(account.orElseThrow()),
                new ClOrdId(clOrdId.orElseThrow()),
                instrument.orElseThrow().symbol(),
                side.orElseThrow(),
                size.orElseThrow(),
                terms.orElseThrow(),
                timeInForce.orElseThrow(),
                effectiveTime,
                expireTime,
                execInst,
                locateId,
                exDestination,
                desk.orElseThrow(),
                trader.orElseThrow(),
                text);
    }

    private Optional<String> clOrdId(Optional<String> header) {
        Optional<String> body = fields.matching("clOrdId", CL_ORD_ID, CL_ORD_ID_WORDS);
        Optional<String> key = header.map(OrderDocument::unquoted);
        if (key.filter(k -> !Pattern.matches(CL_ORD_ID, k)).isPresent()) {
            fields.wrong("Idempotency-Key", CL_ORD_ID_WORDS, StrictJson.clip(key.get()));
            return body;
        }
        if (body.isPresent() && key.isPresent() && !body.equals(key)) {
            fields.wrong("Idempotency-Key", "the clOrdId of the body", StrictJson.clip(key.get()));
        }
        return fields.required(
                "clOrdId", CL_ORD_ID_WORDS + ", here or as Idempotency-Key", body.or(() -> key));
    }

    /** The header is a structured string by its draft; many send it bare. */
    private static String unquoted(String header) {
        boolean quoted = header.length() > 1 && header.startsWith("\"") && header.endsWith("\"");
        return quoted ? header.substring(1, header.length() - 1) : header;
    }

    private Optional<OrderTerms> terms() {
        Optional<OrdType> type =
                fields.required(
                        "ordType",
                        "one of MARKET, LIMIT, STOP, STOP_LIMIT, PREVIOUSLY_QUOTED",
                        fields.word("ordType", OrdType.class));
        Optional<Price> price = fields.positive("price").map(Price::new);
        Optional<Price> stopPx = fields.positive("stopPx").map(Price::new);
        Optional<Integer> slippage = fields.integer("maxSlippageBps", 1, 10_000);
        Optional<QuoteId> quoteId = quoteId();
        Optional<Strategy> strategy = strategy();
        return type.flatMap(t ->
                switch (t) {
                    case MARKET -> {
                        only(t, Set.of("maxSlippageBps", "targetStrategy"));
                        yield slippage(t, slippage)
                                .map(bps -> new OrderTerms.Market(bps, strategy));
                    }
                    case LIMIT -> {
                        only(t, Set.of("price", "targetStrategy"));
                        yield price(t, "price", price).map(p -> new OrderTerms.Limit(p, strategy));
                    }
                    case STOP -> {
                        only(t, Set.of("stopPx", "maxSlippageBps"));
                        Optional<Price> stop = price(t, "stopPx", stopPx);
                        yield slippage(t, slippage)
                                .flatMap(bps -> stop.map(s -> new OrderTerms.Stop(s, bps)));
                    }
                    case STOP_LIMIT -> {
                        only(t, Set.of("price", "stopPx"));
                        Optional<Price> limit = price(t, "price", price);
                        yield price(t, "stopPx", stopPx)
                                .flatMap(s -> limit.map(l -> new OrderTerms.StopLimit(s, l)));
                    }
                    case PREVIOUSLY_QUOTED -> {
                        only(t, Set.of("price", "quoteId"));
                        Optional<Price> quoted = price(t, "price", price);
                        yield fields.required("quoteId", QUOTE_ID, quoteId)
                                .flatMap(id ->
                                        quoted.map(p -> new OrderTerms.PreviouslyQuoted(id, p)));
                    }
                });
    }

    private Optional<Price> price(OrdType type, String field, Optional<Price> price) {
        return fields.required(field, "a price, on a %s order".formatted(type), price);
    }

    private Optional<Integer> slippage(OrdType type, Optional<Integer> bps) {
        return fields.required(
                "maxSlippageBps", "basis points, on a %s order".formatted(type), bps);
    }

    /** A field that the type cannot use would be silently dropped: refuse it instead. */
    private void only(OrdType type, Set<String> allowed) {
        for (String field :
                List.of("price", "stopPx", "maxSlippageBps", "targetStrategy", "quoteId")) {
            if (fields.has(field) && !allowed.contains(field)) {
                fields.wrong(field, "nothing, on a %s order".formatted(type), "a value");
            }
        }
    }

    private Optional<QuoteId> quoteId() {
        Optional<String> text = fields.text("quoteId", 100);
        if (text.filter(t -> !QuoteId.isOne(t)).isPresent()) {
            fields.wrong("quoteId", QUOTE_ID, StrictJson.clip(text.get()));
            return Optional.empty();
        }
        return text.map(QuoteId::of);
    }

    private Optional<Strategy> strategy() {
        Optional<Strategy.Target> target = fields.word("targetStrategy", Strategy.Target.class);
        Optional<Decimal10> rate = fields.positive("participationRate");
        if (rate.filter(r -> r.compareTo(Decimal10.ONE) > 0).isPresent()) {
            fields.wrong("participationRate", "a share of at most 1", rate.get().toString());
            return Optional.empty();
        }
        if (fields.has("participationRate") && !fields.has("targetStrategy")) {
            fields.wrong("participationRate", "nothing, without targetStrategy", "a value");
        }
        return target.map(t -> new Strategy(t, rate));
    }

    private Optional<Instant> expireTime(Optional<TimeInForce> timeInForce) {
        Optional<Instant> time = fields.time("expireTime");
        if (time.filter(t -> !t.isAfter(now)).isPresent()) {
            fields.wrong("expireTime", "a time to come", time.get().toString());
        }
        // No broker keeps an order as long, and not every clock can count as far.
        if (time.filter(t -> t.isAfter(now.plus(LONGEST))).isPresent()) {
            fields.wrong("expireTime", "a time within ten years", time.get().toString());
        }
        if (timeInForce.filter(TimeInForce.GTD::equals).isPresent()) {
            fields.required("expireTime", "a time, with timeInForce GTD", time);
        }
        return time;
    }

    private ProblemException invalid() {
        var first = fields.violations().getFirst();
        return new ProblemException(
                Problem.of(
                                400,
                                "invalid-order",
                                "The order is not valid",
                                "%s: expected %s, found %s"
                                        .formatted(first.field(), first.expected(), first.found()))
                        .withViolations(fields.violations()));
    }
}
