package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.Holding;
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
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Alpaca's words in ours. Pure; the README has the table, and a test has every row of it. What
 * cannot be read throws {@link UnreadableException}: nothing here has a default.
 */
final class AlpacaMapping {
    static final BrokerId BROKER = new BrokerId("alpaca-broker");

    private final SymbolMaster symbols;

    AlpacaMapping(SymbolMaster symbols) {
        this.symbols = symbols;
    }

    static OrderStatus status(AlpacaMessages.Order order, Quantity filled) {
        OrderStatus working = filled.isNone() ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        String word = order.status();
        return switch (word) {
            // Received, and not at an exchange: as it is overnight.
            case "accepted", "pending_new" -> OrderStatus.PENDING_NEW;
            // Held back, guaranteed or in an auction, it may still trade.
            case "new", "accepted_for_bidding", "stopped", "suspended", "held" -> working;
            case "partially_filled" -> OrderStatus.PARTIALLY_FILLED;
            case "done_for_day" -> doneForDay(order, working);
            // The day's work on it is done, and the sums of it are not.
            case "calculated" ->
                    isAllFilled(order, filled) ? OrderStatus.FILLED : doneForDay(order, working);
            case "pending_cancel" -> OrderStatus.PENDING_CANCEL;
            case "pending_replace" -> OrderStatus.PENDING_REPLACE;
            case "filled" -> OrderStatus.FILLED;
            case "canceled" -> OrderStatus.CANCELED;
            case "expired" -> OrderStatus.EXPIRED;
            case "rejected" -> OrderStatus.REJECTED;
            // This one has ended, and what stands in its place was never admitted by us: a person
            // must look, and until then what is reserved for it stays reserved.
            case "replaced" -> throw unreadable("replaced, and not by us: " + order.replacedBy());
            case null -> throw unreadable("an order without status");
            default -> throw unreadable("unknown order status: " + Answer.clip(word));
        };
    }

    /** Until the next day it does nothing; whether that ends it, its time in force says. */
    private static OrderStatus doneForDay(AlpacaMessages.Order order, OrderStatus working) {
        String life = order.timeInForce();
        return switch (life) {
            case "gtc" -> working;
            case "day", "opg", "cls", "ioc", "fok" -> OrderStatus.DONE_FOR_DAY;
            case null -> throw unreadable("an order without time_in_force");
            default -> throw unreadable("unknown time_in_force: " + Answer.clip(life));
        };
    }

    /** An order for an amount of money has no quantity, and this is never known. */
    private static boolean isAllFilled(AlpacaMessages.Order order, Quantity filled) {
        return order.qty() != null && quantity("qty", order.qty()).equals(filled);
    }

    static OrderEvent.Reported reported(AlpacaMessages.Order order) {
        Quantity filled = quantity("filled_qty", order.filledQty());
        return new OrderEvent.Reported(
                status(order, filled),
                Optional.of(orderId(order.id())),
                Optional.of(filled),
                time("updated_at", order.updatedAt()),
                Optional.empty());
    }

    /**
     * The execution that an event tells. It has no fee: what a partner takes is of the whole order.
     *
     * @param raw the event as it came
     */
    Execution execution(
            AlpacaMessages.TradeEvent event,
            AlpacaMessages.Order order,
            Optional<ExecId> corrects,
            String raw) {
        return new Execution(
                execId("execution_id", event.executionId()),
                instrument(order.symbol()).symbol(),
                side(order.side()),
                quantity("qty", event.qty()),
                new Price(number("price", event.price())),
                Optional.empty(),
                time("timestamp", event.timestamp() == null ? event.at() : event.timestamp()),
                corrects,
                Digest.hex(raw));
    }

    static ExecId execId(String what, @Nullable String id) {
        return read(what, id, ExecId::new);
    }

    static BrokerOrderId orderId(@Nullable String id) {
        return read("order id", id, BrokerOrderId::new);
    }

    static Ulid eventId(@Nullable String id) {
        return read("event_id", id, Ulid::new);
    }

    /** Our own id, if that is what it was given: others trade in the account, too. */
    static Optional<OrderId> ours(@Nullable String clientOrderId) {
        return clientOrderId != null && OrderId.isOne(clientOrderId)
                ? Optional.of(new OrderId(clientOrderId))
                : Optional.empty();
    }

    static Side side(@Nullable String side) {
        return switch (side) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            case "sell_short" -> Side.SELL_SHORT;
            case null -> throw unreadable("no side");
            default -> throw unreadable("unknown side: " + Answer.clip(side));
        };
    }

    private Instrument instrument(@Nullable String symbol) {
        return symbols.resolve(BROKER, symbol == null ? "" : symbol)
                .orElseThrow(() -> unreadable("unknown symbol: " + symbol));
    }

    /** A short position has its sign, or its side alone. */
    static Holding holding(AlpacaMessages.Position position) {
        Decimal10 quantity = number("qty", position.qty());
        String side = position.side();
        Decimal10 signed =
                switch (side) {
                    case "long" -> quantity;
                    case "short" -> quantity.signum() > 0 ? quantity.negated() : quantity;
                    case null -> throw unreadable("a position without side");
                    default -> throw unreadable("unknown side: " + Answer.clip(side));
                };
        if (side.equals("long") && signed.signum() < 0) {
            throw unreadable("a long position below zero");
        }
        return new Holding(
                read("symbol", position.symbol(), Function.identity()),
                signed,
                Optional.of(number("avg_entry_price", position.avgEntryPrice())));
    }

    /** The account's money; what open orders bind of it is not said. */
    static Balance balance(AlpacaMessages.Account account) {
        Asset asset = read("currency", account.currency(), Asset::new);
        return new Balance(
                new Money(number("cash", account.cash()), asset), new Money(Decimal10.ZERO, asset));
    }

    static Instant time(String what, @Nullable String text) {
        try {
            return read(what, text, t -> OffsetDateTime.parse(t).toInstant());
        } catch (DateTimeParseException e) {
            throw new UnreadableException("not a " + what + ": " + Answer.clip("" + text), e);
        }
    }

    private static Quantity quantity(String what, @Nullable String text) {
        return read(what, text, t -> new Quantity(Decimal10.read(t).value()));
    }

    /** A number as it stands in the message, string or not, taken to ten places. */
    private static Decimal10 number(String what, @Nullable String text) {
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
