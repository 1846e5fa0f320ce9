package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.Holding;
import dev.primegate.broker.Product;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Balance;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Digest;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prime's words in ours. Pure; the README has the table, and a test has every row of it. What
 * cannot be read throws {@link UnreadableException}: nothing here has a default.
 */
final class PrimeMapping {
    static final BrokerId BROKER = new BrokerId("coinbase-prime");

    private final SymbolMaster symbols;

    PrimeMapping(SymbolMaster symbols) {
        this.symbols = symbols;
    }

    /** Prime says OPEN however much of the order is filled. */
    static OrderStatus status(@Nullable String status, Quantity filled) {
        return switch (status) {
            case "PENDING" -> OrderStatus.PENDING_NEW;
            case "OPEN" -> filled.isNone() ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
            case "FILLED" -> OrderStatus.FILLED;
            case "CANCELLED" -> OrderStatus.CANCELED;
            case "EXPIRED" -> OrderStatus.EXPIRED;
            case "FAILED" -> OrderStatus.REJECTED;
            case null -> throw unreadable("an order without status");
            default -> throw unreadable("unknown order status: " + Answer.clip(status));
        };
    }

    /** What an order of the REST API says of itself, as of {@code at}. */
    static OrderEvent.Reported reported(PrimeMessages.Order order, Instant at) {
        return reported(
                order.id(), order.status(), order.filledQuantity(), order.userContext(), at);
    }

    /** What the feed says of an order. */
    static OrderEvent.Reported reported(PrimeMessages.FeedOrder order, Instant at) {
        return reported(order.orderId(), order.status(), order.cumQty(), order.userContext(), at);
    }

    /** Our own id, if that is what Prime has as client order id: others trade there too. */
    static Optional<OrderId> ours(@Nullable String clientOrderId) {
        return clientOrderId != null && OrderId.isOne(clientOrderId)
                ? Optional.of(new OrderId(clientOrderId))
                : Optional.empty();
    }

    static BrokerOrderId orderId(@Nullable String id) {
        return read("order id", id, BrokerOrderId::new);
    }

    static Instant time(@Nullable String time) {
        return read("time", time, text -> OffsetDateTime.parse(text).toInstant());
    }

    Execution execution(PrimeMessages.Fill fill) {
        Instrument instrument = instrument(fill.productId());
        return new Execution(
                read("fill id", fill.id(), ExecId::new),
                instrument.symbol(),
                read("side", fill.side(), Side::valueOf),
                quantity("filled_quantity", fill.filledQuantity()),
                price(fill.price()),
                number("commission", fill.commission())
                        .map(fee -> new Money(fee, instrument.quote())),
                time(fill.time()),
                Optional.empty(),
                Digest.hex(fill.toString()));
    }

    Instrument instrument(@Nullable String productId) {
        return symbols.resolve(BROKER, productId == null ? "" : productId)
                .orElseThrow(() -> unreadable("unknown product: " + productId));
    }

    static Balance balance(PrimeMessages.Balance balance) {
        Asset asset = read("symbol", balance.symbol(), Asset::new);
        return new Balance(
                new Money(quantity("amount", balance.amount()).amount(), asset),
                new Money(number("holds", balance.holds()).orElse(Decimal10.ZERO), asset));
    }

    /** By asset: what is long less what is short. */
    static Holding holding(PrimeMessages.Position position) {
        return new Holding(
                read("symbol", position.symbol(), Function.identity()),
                number("long", position.longQuantity())
                        .orElse(Decimal10.ZERO)
                        .minus(number("short", position.shortQuantity()).orElse(Decimal10.ZERO)),
                Optional.empty());
    }

    static Holding holding(PrimeMessages.Balance balance) {
        return new Holding(
                read("symbol", balance.symbol(), Function.identity()),
                quantity("amount", balance.amount()).amount(),
                Optional.empty());
    }

    static Product product(PrimeMessages.Product product) {
        String priceStep =
                product.priceIncrement() == null
                        ? product.quoteIncrement()
                        : product.priceIncrement();
        return new Product(
                read("product id", product.id(), Function.identity()),
                quantity("base_increment", product.baseIncrement()).amount(),
                quantity("price_increment", priceStep).amount(),
                quantity("base_min_size", product.baseMinSize()).amount(),
                quantity("base_max_size", product.baseMaxSize()).amount());
    }

    static Price price(@Nullable String price) {
        return read("price", price, t -> new Price(Decimal10.read(t).value()));
    }

    private static OrderEvent.Reported reported(
            @Nullable String id,
            @Nullable String status,
            @Nullable String cumQty,
            @Nullable String text,
            Instant at) {
        Quantity filled =
                cumQty == null || cumQty.isEmpty()
                        ? Quantity.NONE
                        : quantity("filled quantity", cumQty);
        return new OrderEvent.Reported(
                status(status, filled),
                Optional.of(orderId(id)),
                Optional.of(filled),
                at,
                Optional.ofNullable(text).filter(t -> !t.isBlank()).map(Answer::clip));
    }

    static Quantity quantity(String what, @Nullable String text) {
        return read(what, text, t -> new Quantity(Decimal10.read(t).value()));
    }

    /** Prime's amounts are decimal text, at times with the noise of a float; empty means none. */
    static Optional<Decimal10> number(String what, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(read(what, text, t -> Decimal10.read(t).value()));
    }

    static <T> T read(String what, @Nullable String text, Function<String, T> reader) {
        if (text == null || text.isEmpty()) {
            throw unreadable("no " + what);
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new UnreadableException("not a " + what + ": " + Answer.clip(text), e);
        }
    }

    private static UnreadableException unreadable(String why) {
        return new UnreadableException(why, null);
    }
}
