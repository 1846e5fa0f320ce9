package dev.primegate.broker.clearstreet;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Holding;
import dev.primegate.broker.LocateDesk;
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
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Clear Street's words in ours. Pure; the README has the table, and a test has every row of it.
 * What cannot be read throws {@link UnreadableException}: nothing here has a default.
 */
final class ClearStreetMapping {
    static final BrokerId BROKER = new BrokerId("clear-street");

    private final SymbolMaster symbols;

    ClearStreetMapping(SymbolMaster symbols) {
        this.symbols = symbols;
    }

    /** Its status, which its state must not contradict. */
    static OrderStatus status(ClearStreetMessages.Order order, Quantity filled) {
        String state = state(order.state());
        String word = order.status();
        OrderStatus working = filled.isNone() ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        OrderStatus status =
                switch (word) {
                    case "pending-new" -> OrderStatus.PENDING_NEW;
                    // Held back, guaranteed or in an auction, it may still trade.
                    case "new", "accepted-for-bidding", "stopped", "suspended" -> working;
                    case "partially-filled" -> OrderStatus.PARTIALLY_FILLED;
                    // By FIX the day's work on it is done; whether the order is, its state says.
                    case "calculated", "done-for-day" ->
                            state.equals("closed") ? OrderStatus.DONE_FOR_DAY : working;
                    // We never replace; who does it on their pages leaves the order working.
                    case "replaced" -> working;
                    case "pending-replace" -> OrderStatus.PENDING_REPLACE;
                    case "pending-cancel" -> OrderStatus.PENDING_CANCEL;
                    case "filled" -> OrderStatus.FILLED;
                    case "canceled" -> OrderStatus.CANCELED;
                    case "expired" -> OrderStatus.EXPIRED;
                    case "rejected" -> OrderStatus.REJECTED;
                    case null -> throw unreadable("an order without status");
                    default -> throw unreadable("unknown order status: " + Answer.clip(word));
                };
        if (state.equals("open") != status.isOpen()
                || state.equals("rejected") != (status == OrderStatus.REJECTED)) {
            throw unreadable("status %s contradicts state %s".formatted(word, state));
        }
        return status;
    }

    private static String state(@Nullable String state) {
        return switch (state) {
            case "open", "closed", "rejected" -> state;
            case null -> throw unreadable("an order without state");
            default -> throw unreadable("unknown order state: " + Answer.clip(state));
        };
    }

    static OrderEvent.Reported reported(ClearStreetMessages.Order order) {
        Quantity filled = quantity("filled_quantity", order.filledQuantity());
        return new OrderEvent.Reported(
                status(order, filled),
                Optional.of(orderId(order.orderId())),
                Optional.of(filled),
                time("updated_at", order.updatedAt()),
                Optional.ofNullable(order.text()).filter(t -> !t.isBlank()).map(Answer::clip));
    }

    /** What is news of an order; each version of it once. */
    static BrokerNews news(ClearStreetMessages.Order order) {
        try {
            OrderEvent.Reported reported = reported(order);
            if (order.version() == null) {
                throw unreadable("an order without version");
            }
            return new BrokerNews.OfOrder(
                    ours(order.referenceId()),
                    reported.brokerOrderId().orElseThrow(),
                    reported,
                    "order/%s/%d".formatted(order.orderId(), order.version()));
        } catch (UnreadableException e) {
            return unreadable(order.toString(), order.orderId(), e);
        }
    }

    BrokerNews news(ClearStreetMessages.Trade trade) {
        try {
            Execution execution = execution(trade);
            return new BrokerNews.OfOrder(
                    Optional.empty(),
                    orderId(trade.orderId()),
                    new OrderEvent.Executed(execution),
                    execution.id().text());
        } catch (UnreadableException e) {
            return unreadable(trade.toString(), trade.orderId(), e);
        }
    }

    /** News that is kept as it came. */
    static BrokerNews unreadable(String raw, @Nullable String orderId, UnreadableException why) {
        return new BrokerNews.Unreadable(
                "unread/" + Digest.hex(raw).substring(0, 32),
                Answer.clip(raw),
                String.valueOf(why.getMessage()),
                Optional.ofNullable(orderId).filter(id -> !id.isEmpty()).map(BrokerOrderId::new));
    }

    /** Our own id, if that is what it has as reference: others trade there too. */
    static Optional<OrderId> ours(@Nullable String referenceId) {
        return referenceId != null && OrderId.isOne(referenceId)
                ? Optional.of(new OrderId(referenceId))
                : Optional.empty();
    }

    static BrokerOrderId orderId(@Nullable String id) {
        return read("order id", id, BrokerOrderId::new);
    }

    /** Its trades carry no fee: those are in the files of the evening. */
    Execution execution(ClearStreetMessages.Trade trade) {
        return new Execution(
                read("trade id", trade.tradeId(), ExecId::new),
                instrument(trade.symbol()).symbol(),
                side(trade.side()),
                quantity("quantity", trade.quantity()),
                new Price(number("price", trade.price())),
                Optional.empty(),
                time("created_at", trade.createdAt()),
                Optional.empty(),
                Digest.hex(trade.toString()));
    }

    static Side side(@Nullable String side) {
        return switch (side) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            case "sell-short" -> Side.SELL_SHORT;
            case null -> throw unreadable("no side");
            default -> throw unreadable("unknown side: " + Answer.clip(side));
        };
    }

    Instrument instrument(@Nullable String symbol) {
        return symbols.resolve(BROKER, symbol == null ? "" : symbol)
                .orElseThrow(() -> unreadable("unknown symbol: " + symbol));
    }

    static Holding holding(ClearStreetMessages.Position position) {
        return new Holding(
                read("symbol", position.symbol(), Function.identity()),
                number("quantity", position.quantity()),
                Optional.of(number("average_cost", position.averageCost())));
    }

    static Holding holding(ClearStreetMessages.Holding holding) {
        return new Holding(
                read("symbol", holding.symbol(), Function.identity()),
                number("quantity", holding.quantity()),
                Optional.empty());
    }

    static boolean isMoney(ClearStreetMessages.Holding holding) {
        return "currency".equals(holding.assetClass());
    }

    /** Money that its custodian keeps; what orders bind of it is not said. */
    static Balance balance(ClearStreetMessages.Holding money) {
        Asset asset = read("symbol", money.symbol(), Asset::new);
        return new Balance(
                new Money(number("quantity", money.quantity()), asset),
                new Money(Decimal10.ZERO, asset));
    }

    LocateDesk.Locate locate(ClearStreetMessages.Locate locate) {
        return new LocateDesk.Locate(
                read("locate order id", locate.locateOrderId(), Function.identity()),
                locateStatus(locate.status()),
                instrument(locate.symbol()).symbol(),
                quantity("requested_quantity", locate.requestedQuantity()),
                Optional.ofNullable(locate.locateId()),
                Optional.ofNullable(locate.locatedQuantity())
                        .map(text -> quantity("located_quantity", text)),
                Optional.ofNullable(locate.borrowRate()).map(text -> number("borrow_rate", text)),
                Optional.ofNullable(locate.expiresAt()).map(Instant::ofEpochMilli));
    }

    private static LocateDesk.Status locateStatus(@Nullable String status) {
        return switch (status) {
            case "pending" -> LocateDesk.Status.PENDING;
            case "offered" -> LocateDesk.Status.OFFERED;
            case "filled" -> LocateDesk.Status.FILLED;
            case "rejected" -> LocateDesk.Status.REJECTED;
            case "declined" -> LocateDesk.Status.DECLINED;
            case "expired" -> LocateDesk.Status.EXPIRED;
            case "cancelled" -> LocateDesk.Status.CANCELLED;
            case null -> throw unreadable("a locate without status");
            default -> throw unreadable("unknown locate status: " + Answer.clip(status));
        };
    }

    static Instant time(String what, @Nullable Long millis) {
        if (millis == null || millis <= 0) {
            throw unreadable("no " + what);
        }
        return Instant.ofEpochMilli(millis);
    }

    static Quantity quantity(String what, @Nullable String text) {
        return read(what, text, t -> new Quantity(Decimal10.read(t).value()));
    }

    /** A number as it stands in the message, string or double, taken to ten places. */
    static Decimal10 number(String what, @Nullable String text) {
        return read(what, text, t -> Decimal10.read(t).value());
    }

    static UnreadableException unreadable(String why) {
        return new UnreadableException(why, null);
    }

    private static <T> T read(String what, @Nullable String text, Function<String, T> reader) {
        if (text == null || text.isEmpty()) {
            throw unreadable("no " + what);
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableException("not a " + what + ": " + Answer.clip(text), e);
        }
    }
}
