package dev.primegate.broker.falconx;

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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * FalconX's words in ours. Pure; the README has the table, and a test has every row of it. What
 * cannot be read throws {@link UnreadableException}: nothing here has a default.
 */
final class FalconXMapping {
    static final BrokerId BROKER = new BrokerId("falconx");

    private static final Asset USD = new Asset("USD");

    /** Beyond a quote's end by this much, by its own clock, nothing can trade by it any more. */
    private static final Duration AFTERMATH = Duration.ofSeconds(8);

    private final SymbolMaster symbols;

    FalconXMapping(SymbolMaster symbols) {
        this.symbols = symbols;
    }

    /**
     * Where an order stands, as of {@code now} by FalconX's clock. {@code is_filled} is the only
     * word that counts; what contradicts it cannot be read.
     */
    static OrderStatus status(FalconXMessages.Quote quote, Instant now) {
        if (quote.isFilled() == null) {
            throw unreadable("a quote without is_filled");
        }
        requireKnown(quote.status());
        if (quote.isFilled()) {
            return OrderStatus.FILLED;
        }
        if (quote.tExecute() != null || quote.priceExecuted() != null) {
            throw unreadable("executed, and not filled");
        }
        if (problem(quote.error()).isPresent()) {
            return OrderStatus.REJECTED;
        }
        return now.isAfter(time("t_expiry", quote.tExpiry()).plus(AFTERMATH))
                ? OrderStatus.EXPIRED
                : OrderStatus.PENDING_NEW;
    }

    /** What FalconX says of an order. */
    static OrderEvent.Reported reported(FalconXMessages.Quote quote, Instant now) {
        OrderStatus status = status(quote, now);
        return new OrderEvent.Reported(
                status,
                Optional.of(orderId(quote.fxQuoteId())),
                Optional.of(status == OrderStatus.FILLED ? requested(quote) : Quantity.NONE),
                now,
                problem(quote.error()));
    }

    /** Our own id, if that is what it has as client order id: others trade there too. */
    static Optional<OrderId> ours(@Nullable String clientOrderId) {
        return clientOrderId != null && OrderId.isOne(clientOrderId)
                ? Optional.of(new OrderId(clientOrderId))
                : Optional.empty();
    }

    static BrokerOrderId orderId(@Nullable String id) {
        return read("fx_quote_id", id, BrokerOrderId::new);
    }

    /** The one trade of a filled quote or order: all of it, under its own id. */
    Execution execution(FalconXMessages.Quote quote) {
        if (!Boolean.TRUE.equals(quote.isFilled())) {
            throw unreadable("not filled");
        }
        Side side = side(quote.sideExecuted());
        return new Execution(
                read("fx_quote_id", quote.fxQuoteId(), ExecId::new),
                instrument(quote.tokenPair()).symbol(),
                side,
                requested(quote),
                executedAt(quote, side),
                fee(quote),
                // An order's answer may leave out the time; it was quoted and traded in one.
                time("t_execute", quote.tExecute() == null ? quote.tQuote() : quote.tExecute()),
                Optional.empty(),
                Digest.hex(quote.toString()));
    }

    Instrument instrument(FalconXMessages.@Nullable TokenPair pair) {
        String name = pair == null ? "none" : pair.baseToken() + "-" + pair.quoteToken();
        return symbols.resolve(BROKER, name)
                .orElseThrow(() -> unreadable("unknown token pair: " + Answer.clip(name)));
    }

    static Side side(@Nullable String side) {
        return switch (side) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            case null -> throw unreadable("no side");
            default -> throw unreadable("unknown side: " + Answer.clip(side));
        };
    }

    /** Below zero is borrowed. */
    static Balance balance(FalconXMessages.Balance balance) {
        Asset asset = read("token", balance.token(), Asset::new);
        Decimal10 amount = number("balance", balance.balance());
        return new Balance(new Money(amount, asset), new Money(Decimal10.ZERO, asset));
    }

    static Price price(String what, @Nullable String price) {
        return read(what, price, text -> new Price(Decimal10.read(text).value()));
    }

    static Instant time(String what, @Nullable String time) {
        return read(what, time, text -> OffsetDateTime.parse(text).toInstant());
    }

    /** What is wrong, in its words; empty if nothing is. */
    static Optional<String> problem(FalconXMessages.@Nullable Problem problem) {
        if (problem == null || problem.code() == null || problem.code().isBlank()) {
            return Optional.empty();
        }
        String reason = problem.reason();
        return Optional.of(
                Answer.clip(
                        reason == null || reason.isBlank()
                                ? problem.code()
                                : problem.code() + ": " + reason));
    }

    /** {@code status} says whether the question was answered; a third word may be a third thing. */
    private static void requireKnown(@Nullable String status) {
        if (!"success".equals(status) && !"failure".equals(status)) {
            throw unreadable("unknown status: " + (status == null ? "none" : Answer.clip(status)));
        }
    }

    private static Quantity requested(FalconXMessages.Quote quote) {
        FalconXMessages.Token requested = quote.quantityRequested();
        FalconXMessages.TokenPair pair = quote.tokenPair();
        if (requested == null
                || pair == null
                || pair.baseToken() == null
                || !pair.baseToken().equals(requested.token())) {
            throw unreadable("its quantity is not in units of the base");
        }
        Quantity quantity =
                read("quantity", requested.value(), t -> new Quantity(Decimal10.read(t).value()));
        if (quantity.isNone()) {
            throw unreadable("a quantity of nothing");
        }
        return quantity;
    }

    /** An order's answer may have the price on its side only. */
    private static Price executedAt(FalconXMessages.Quote quote, Side side) {
        if (quote.priceExecuted() != null) {
            return price("price_executed", quote.priceExecuted());
        }
        return side == Side.BUY
                ? price("buy_price", quote.buyPrice())
                : price("sell_price", quote.sellPrice());
    }

    /** What is paid in the end; without it, gross less rebate. */
    private static Optional<Money> fee(FalconXMessages.Quote quote) {
        if (quote.feeUsd() != null) {
            return Optional.of(new Money(number("fee_usd", quote.feeUsd()), USD));
        }
        if (quote.grossFeeUsd() == null) {
            return Optional.empty();
        }
        Decimal10 rebate =
                quote.rebateUsd() == null
                        ? Decimal10.ZERO
                        : number("rebate_usd", quote.rebateUsd());
        return Optional.of(
                new Money(number("gross_fee_usd", quote.grossFeeUsd()).minus(rebate), USD));
    }

    /** Floats, with their noise: read to ten places, to the even digit. */
    private static Decimal10 number(String what, @Nullable String text) {
        return read(what, text, t -> Decimal10.read(t).value());
    }

    private static <T> T read(String what, @Nullable String text, Function<String, T> reader) {
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
