package dev.primegate.broker.falconx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.QuoteRequest;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.ExecInst;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.order.TimeInForce;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of order: in FalconX's words, or refused here. */
class FalconXRequestTest {
    private static final Instrument BTC = SymbolMaster.standard().get(new Symbol("BTC-USD"));
    private static final OrderTerms MARKET = new OrderTerms.Market(50, Optional.empty());
    private static final OrderTerms LIMIT =
            new OrderTerms.Limit(Price.of("60000.5"), Optional.empty());
    private static final OrderTerms QUOTED =
            new OrderTerms.PreviouslyQuoted(QuoteId.of("falconx:abc"), Price.of("60000"));
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    @Proves({"G1", "M3"})
    void aLimitOrderIsFillOrKillAndVersion1SpellsItsQuantityAsAString() {
        Draft order = new Draft(LIMIT, TimeInForce.FOK);

        assertThat(order.json(FalconXVersion.V3))
                .isEqualTo(
                        "{\"token_pair\":{\"base_token\":\"BTC\",\"quote_token\":\"USD\"},"
                                + "\"quantity\":{\"token\":\"BTC\",\"value\":0.00000001},"
                                + "\"side\":\"buy\",\"order_type\":\"limit\","
                                + "\"time_in_force\":\"fok\",\"limit_price\":60000.5,"
                                + ids(order));
        assertThat(order.json(FalconXVersion.V1))
                .contains("\"value\":\"0.00000001\"", "\"limit_price\":60000.5");
    }

    @ParameterizedTest
    @EnumSource(
            value = TimeInForce.class,
            names = {"FOK", "IOC"})
    @Proves("G1")
    void aMarketOrderHasNoTimeInForceThere(TimeInForce timeInForce) {
        Draft order = new Draft(MARKET, timeInForce);

        assertThat(order.unsupported()).isEmpty();
        assertThat(order.json(FalconXVersion.V3))
                .isEqualTo(
                        "{\"token_pair\":{\"base_token\":\"BTC\",\"quote_token\":\"USD\"},"
                                + "\"quantity\":{\"token\":\"BTC\",\"value\":0.00000001},"
                                + "\"side\":\"buy\",\"order_type\":\"market\","
                                + ids(order));
    }

    @Test
    @Proves("G1")
    void aQuoteIsTakenByItsIdAndSideAlone() {
        Draft order = new Draft(QUOTED, TimeInForce.FOK);

        assertThat(order.unsupported()).isEmpty();
        assertThat(order.json(FalconXVersion.V3))
                .isEqualTo("{\"fx_quote_id\":\"abc\",\"side\":\"buy\"}");
    }

    @ParameterizedTest
    @EnumSource(TimeInForce.class)
    @Proves({"A5", "G1"})
    void whatWouldRestIsRefusedHere(TimeInForce timeInForce) {
        boolean atOnce = timeInForce == TimeInForce.FOK;
        boolean market = atOnce || timeInForce == TimeInForce.IOC;

        assertThat(new Draft(LIMIT, timeInForce).unsupported().isEmpty()).isEqualTo(atOnce);
        assertThat(new Draft(QUOTED, timeInForce).unsupported().isEmpty()).isEqualTo(atOnce);
        assertThat(new Draft(MARKET, timeInForce).unsupported().isEmpty()).isEqualTo(market);
    }

    @Test
    @Proves({"A5", "G1"})
    void whatItHasNotIsRefusedHere() {
        Draft order = new Draft(LIMIT, TimeInForce.FOK);
        var twap =
                Optional.of(
                        new OrderTerms.Strategy(OrderTerms.Strategy.Target.TWAP, Optional.empty()));

        assertThat(new Draft(new OrderTerms.Stop(Price.of("1"), 5), TimeInForce.FOK).unsupported())
                .isPresent();
        assertThat(
                        new Draft(
                                        new OrderTerms.StopLimit(Price.of("1"), Price.of("1")),
                                        TimeInForce.FOK)
                                .unsupported())
                .isPresent();
        assertThat(
                        new Draft(new OrderTerms.Limit(Price.of("1"), twap), TimeInForce.FOK)
                                .unsupported())
                .isPresent();
        assertThat(new Draft(new OrderTerms.Market(1, twap), TimeInForce.FOK).unsupported())
                .isPresent();
        assertThat(order.with(new OrderSize.Cash(Decimal10.ONE)).unsupported()).isPresent();
        assertThat(order.with(Side.SELL_SHORT).unsupported()).isPresent();
        assertThat(order.with(Optional.of("locate"), Optional.empty()).unsupported()).isPresent();
        assertThat(order.with(Optional.empty(), Optional.of("XNAS")).unsupported()).isPresent();
        assertThat(order.posting().unsupported()).isPresent();
        assertThat(order.later().unsupported()).isPresent();
        assertThat(order.of("AAPL").unsupported()).isPresent();
        assertThat(
                        new Draft(
                                        new OrderTerms.PreviouslyQuoted(
                                                QuoteId.of("coinbase-prime:abc"), Price.of("1")),
                                        TimeInForce.FOK)
                                .unsupported())
                .contains("quoteId: the quote is of coinbase-prime");
    }

    @Test
    @Proves("D1")
    void whatAFloatWouldChangeIsRefusedHere() {
        Draft order = new Draft(LIMIT, TimeInForce.FOK);

        assertThat(order.sized("1234567.12345678").unsupported()).isEmpty();
        assertThat(order.sized("12345678.12345678").unsupported()).isPresent();
        assertThat(
                        new Draft(
                                        new OrderTerms.Limit(
                                                Price.of("12345678.12345678"), Optional.empty()),
                                        TimeInForce.FOK)
                                .unsupported())
                .isPresent();
    }

    @Test
    @Proves("A5")
    void aQuoteIsAskedForUnitsOfAPair() {
        assertThat(FalconXRequest.unsupported(quote(Optional.empty(), units("1")), BTC)).isEmpty();
        assertThat(FalconXRequest.json(quote(Optional.empty(), units("1")), BTC, FalconXVersion.V3))
                .contains("\"side\":\"two_way\"");
        assertThat(FalconXRequest.unsupported(quote(Optional.of(Side.SELL_SHORT), units("1")), BTC))
                .isPresent();
        assertThat(
                        FalconXRequest.unsupported(
                                quote(Optional.empty(), new OrderSize.Cash(Decimal10.ONE)), BTC))
                .isPresent();
    }

    private static QuoteRequest quote(Optional<Side> side, OrderSize size) {
        return new QuoteRequest(
                new Tenant("fund"),
                new Account("main"),
                new ClOrdId("q"),
                BTC.symbol(),
                side,
                size);
    }

    private static OrderSize units(String quantity) {
        return new OrderSize.Units(Quantity.of(quantity));
    }

    private static String ids(Draft order) {
        return "\"client_order_id\":\"%s\",\"client_order_uuid\":\"%s\"}"
                .formatted(order.order().id(), order.order().id().asUuid());
    }

    /** An order that differs from a usual one in a few things. */
    private record Draft(
            OrderTerms terms,
            TimeInForce timeInForce,
            String symbol,
            Side side,
            OrderSize size,
            Optional<Instant> effective,
            Optional<ExecInst> execInst,
            Optional<String> locate,
            Optional<String> destination) {
        Draft(OrderTerms terms, TimeInForce timeInForce) {
            this(
                    terms,
                    timeInForce,
                    "BTC-USD",
                    Side.BUY,
                    units("0.00000001"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        Draft with(OrderSize other) {
            return new Draft(
                    terms,
                    timeInForce,
                    symbol,
                    side,
                    other,
                    effective,
                    execInst,
                    locate,
                    destination);
        }

        Draft sized(String quantity) {
            return with(units(quantity));
        }

        Draft with(Side other) {
            return new Draft(
                    terms,
                    timeInForce,
                    symbol,
                    other,
                    size,
                    effective,
                    execInst,
                    locate,
                    destination);
        }

        Draft with(Optional<String> otherLocate, Optional<String> otherDestination) {
            return new Draft(
                    terms,
                    timeInForce,
                    symbol,
                    side,
                    size,
                    effective,
                    execInst,
                    otherLocate,
                    otherDestination);
        }

        Draft posting() {
            return new Draft(
                    terms,
                    timeInForce,
                    symbol,
                    side,
                    size,
                    effective,
                    Optional.of(ExecInst.PARTICIPATE_DONT_INITIATE),
                    locate,
                    destination);
        }

        Draft later() {
            return new Draft(
                    terms,
                    timeInForce,
                    symbol,
                    side,
                    size,
                    Optional.of(LATER),
                    execInst,
                    locate,
                    destination);
        }

        Draft of(String other) {
            return new Draft(
                    terms,
                    timeInForce,
                    other,
                    side,
                    size,
                    effective,
                    execInst,
                    locate,
                    destination);
        }

        NewOrder order() {
            return new NewOrder(
                    new Tenant("fund"),
                    new Account("main"),
                    new ClOrdId("one"),
                    new Symbol(symbol),
                    side,
                    size,
                    terms,
                    timeInForce,
                    effective,
                    timeInForce == TimeInForce.GTD ? Optional.of(LATER) : Optional.empty(),
                    execInst,
                    locate,
                    destination,
                    "desk",
                    "trader",
                    Optional.empty());
        }

        Optional<String> unsupported() {
            return FalconXRequest.unsupported(
                    order(), SymbolMaster.standard().get(new Symbol(symbol)));
        }

        String json(FalconXVersion version) {
            return FalconXRequest.json(
                    order(), SymbolMaster.standard().get(new Symbol(symbol)), version);
        }
    }
}
