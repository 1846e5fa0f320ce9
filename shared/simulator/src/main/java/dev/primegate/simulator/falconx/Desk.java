package dev.primegate.simulator.falconx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Kind;
import dev.primegate.simulator.engine.Lifetime;
import dev.primegate.simulator.engine.NewOrder;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.engine.Terms;
import dev.primegate.simulator.wire.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dealer: quotes, and trades at once. Whoever sends the same order twice has traded twice;
 * whoever executes the same quote twice has traded once and is told the same trade again.
 */
final class Desk {
    private static final Duration VALID = Duration.ofSeconds(10);
    private static final int MOST_OFFERS = 10_000;

    private final Map<String, Offer> offers =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Offer> eldest) {
                    return size() > MOST_OFFERS;
                }
            };
    private final Engine engine;
    private final Clock clock;
    private long asked;

    Desk(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    synchronized Offer quote(Wish wish) {
        Instant now = clock.instant();
        asked++;
        Offer offer =
                new Offer(
                        hex("quote/%d/%s/%s".formatted(asked, now, wish)),
                        wish,
                        engine.quote(wish.instrument()),
                        now,
                        now.plus(VALID));
        offers.put(offer.id(), offer);
        return offer;
    }

    synchronized Optional<Offer> offer(String id) {
        return Optional.ofNullable(offers.get(id));
    }

    /** The order that a quote became. */
    Optional<Order> traded(String id) {
        return engine.orders().stream().filter(order -> Notes.id(order).equals(id)).findFirst();
    }

    /**
     * Takes a quote.
     *
     * @param doom why it is refused at the last moment, or none
     */
    synchronized Order execute(String id, Side side, @Nullable String doom) {
        Optional<Order> before = traded(id);
        if (before.isPresent()) {
            return before.get();
        }
        Offer offer =
                offer(id)
                        .orElseThrow(
                                () -> new RefusedException(404, "no quote with fx_quote_id " + id));
        if (!offer.isFor(side)) {
            throw RefusedException.badRequest("the quote is not for that side");
        }
        if (!clock.instant().isBefore(offer.expiry())) {
            throw RefusedException.badRequest("the quote has expired");
        }
        Terms terms = terms(offer.wish(), side, null);
        return engine.deal(
                new NewOrder(id, terms, Notes.of(offer), doom), Wish.price(offer.prices(), side));
    }

    /** Trades all of an order, or none of it. */
    synchronized Order order(Wish wish, OneShot shot, @Nullable String doom) {
        Side side = wish.side().orElseThrow();
        Offer offer = quote(wish);
        Decimal10 price = Wish.price(offer.prices(), side);
        String refusal = doom == null && !shot.takes(side, price) ? OneShot.KILLED : doom;
        Map<String, String> notes = Notes.of(offer);
        notes.putAll(shot.notes());
        return engine.deal(
                new NewOrder(
                        wish.clientOrderId().orElse(offer.id()),
                        terms(wish, side, shot.limit().orElse(null)),
                        notes,
                        refusal),
                price);
    }

    ObjectNode json(Order order) {
        return QuoteJson.of(order, engine.fillsOf(order.id()));
    }

    private static Terms terms(Wish wish, Side side, @Nullable Decimal10 limit) {
        return new Terms(
                wish.instrument(),
                side,
                limit == null ? Kind.MARKET : Kind.LIMIT,
                wish.size(),
                Lifetime.FILL_OR_KILL,
                false,
                limit,
                null,
                null,
                null);
    }

    private static String hex(String from) {
        return UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
