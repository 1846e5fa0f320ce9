package dev.primegate.simulator.coinbaseprime;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.engine.Kind;
import dev.primegate.simulator.engine.Lifetime;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.engine.Size;
import dev.primegate.simulator.engine.Terms;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.RefusedException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an order asks for, and refuses what Prime's rules refuse. */
final class TermsForm {
    /** Beyond it the worth of an order is a number nobody means. */
    private static final Instrument.Range PRICES =
            new Instrument.Range(Decimal10.of("0.0000000001"), Decimal10.of("1000000000"));

    private final Fields fields;
    private final Instrument instrument;
    private final Kind kind;
    private final Instant now;

    private TermsForm(Fields fields, Kind kind, Instant now) {
        this.fields = fields;
        this.now = now;
        this.instrument = instrument(fields.required("product_id"));
        this.kind = kind;
    }

    static Terms read(Fields fields, Instant now) {
        return new TermsForm(fields, Words.kind(fields.required("type")), now).terms();
    }

    /** What a quote is asked for: all of it, at once, at whatever price is quoted. */
    static Terms quoted(Fields fields, Instant now) {
        TermsForm form = new TermsForm(fields, Kind.MARKET, now);
        return new Terms(
                form.instrument,
                Words.side(fields.required("side")),
                Kind.MARKET,
                form.size(),
                Lifetime.FILL_OR_KILL,
                false,
                null,
                null,
                null,
                null);
    }

    /** {@code price} at the next step that is no better for the client. */
    static Decimal10 toGrid(Terms terms, Decimal10 price) {
        Decimal10 step = terms.instrument().increments().price();
        Decimal10 beyond = new Decimal10(price.units().remainder(step.units()));
        return beyond.signum() == 0 || terms.side() == Side.SELL
                ? price.minus(beyond)
                : price.minus(beyond).plus(step);
    }

    static Instrument instrument(String id) {
        return Instruments.find(Instruments.pairs(), id)
                .orElseThrow(() -> RefusedException.badRequest("unknown product: " + id));
    }

    private Terms terms() {
        Lifetime lifetime = lifetime();
        return new Terms(
                instrument,
                Words.side(fields.required("side")),
                kind,
                size(),
                lifetime,
                postOnly(lifetime),
                limit(),
                stop(),
                fields.time("start_time").orElse(null),
                until(lifetime));
    }

    private Size size() {
        Optional<Decimal10> base = fields.amount("base_quantity");
        Optional<Decimal10> quote = fields.amount("quote_value");
        refuseIf(
                base.isPresent() == quote.isPresent(),
                "exactly one of base_quantity and quote_value is required");
        checkDisplay(quote.isPresent());
        return base.<Size>map(this::baseSize)
                .orElseGet(() -> quote.map(this::quoteSize).orElseThrow());
    }

    private Size baseSize(Decimal10 quantity) {
        onGrid("base_quantity", quantity, "base_increment", instrument.increments().base());
        inRange("base_quantity", quantity, instrument.quantities());
        return new Size.Base(quantity);
    }

    private Size quoteSize(Decimal10 value) {
        onGrid("quote_value", value, "quote_increment", instrument.increments().quote());
        inRange("quote_value", value, instrument.values());
        return new Size.Quote(value);
    }

    private void checkDisplay(boolean byQuote) {
        boolean base = fields.amount("display_base_size").isPresent();
        boolean quote = fields.amount("display_quote_size").isPresent();
        refuseIf(
                base && quote, "only one of display_base_size and display_quote_size may be given");
        refuseIf(base && byQuote, "display_base_size does not go with quote_value");
        refuseIf(quote && !byQuote, "display_quote_size does not go with base_quantity");
    }

    private @Nullable Decimal10 limit() {
        Optional<Decimal10> limit = fields.amount("limit_price");
        refuseIf(limit.isEmpty() && kind != Kind.MARKET, "limit_price is required for " + kind);
        refuseIf(limit.isPresent() && kind == Kind.MARKET, "limit_price is not for MARKET");
        limit.ifPresent(price -> price("limit_price", price));
        return limit.orElse(null);
    }

    private @Nullable Decimal10 stop() {
        Optional<Decimal10> stop = fields.amount("stop_price");
        boolean wanted = kind == Kind.STOP_LIMIT;
        refuseIf(wanted && stop.isEmpty(), "stop_price is required for STOP_LIMIT");
        refuseIf(!wanted && stop.isPresent(), "stop_price is only for STOP_LIMIT");
        stop.ifPresent(price -> price("stop_price", price));
        return stop.orElse(null);
    }

    private Lifetime lifetime() {
        Lifetime usual = fields.has("expiry_time") ? Lifetime.UNTIL_TIME : Lifetime.UNTIL_CANCELLED;
        return Words.lifetime(fields.text("time_in_force")).orElse(usual);
    }

    private @Nullable Instant until(Lifetime lifetime) {
        Optional<Instant> expiry = fields.time("expiry_time");
        boolean sliced = kind == Kind.TWAP || kind == Kind.VWAP;
        refuseIf(
                sliced && expiry.isEmpty() && fields.text("historical_pov").isEmpty(),
                "expiry_time or historical_pov is required for " + kind);
        refuseIf(
                !sliced && lifetime == Lifetime.UNTIL_TIME && expiry.isEmpty(),
                "expiry_time is required for GOOD_UNTIL_DATE_TIME");
        refuseIf(
                expiry.isPresent() && !sliced && lifetime != Lifetime.UNTIL_TIME,
                "expiry_time is only for GOOD_UNTIL_DATE_TIME");
        refuseIf(
                expiry.isPresent() && !expiry.get().isAfter(now),
                "expiry_time is not in the future");
        return expiry.orElse(null);
    }

    private boolean postOnly(Lifetime lifetime) {
        String name = fields.has("postOnly") ? "postOnly" : "post_only";
        boolean postOnly = fields.flag(name).orElse(false);
        boolean rests = lifetime == Lifetime.UNTIL_CANCELLED || lifetime == Lifetime.UNTIL_TIME;
        refuseIf(
                postOnly && !(kind == Kind.LIMIT && rests),
                "post_only is only for LIMIT orders that are good until cancelled or a time");
        return postOnly;
    }

    private void price(String name, Decimal10 price) {
        inRange(name, price, PRICES);
        onGrid(name, price, "price_increment", instrument.increments().price());
    }

    private static void onGrid(String name, Decimal10 amount, String stepName, Decimal10 step) {
        refuseIf(
                !amount.isMultipleOf(step),
                name + " " + amount + " is not a multiple of " + stepName + " " + step);
    }

    private static void inRange(String name, Decimal10 amount, Instrument.Range range) {
        refuseIf(
                !range.contains(amount),
                name + " " + amount + " is not from " + range.min() + " to " + range.max());
    }

    private static void refuseIf(boolean wrong, String complaint) {
        if (wrong) {
            throw RefusedException.badRequest(complaint);
        }
    }
}
