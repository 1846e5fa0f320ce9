package dev.primegate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Expectation;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Orders;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Reservation;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreTradeTest {
    private static final Instrument BTC = SymbolMaster.standard().get(new Symbol("BTC-USD"));
    private static final Limits LIMITS =
            new Limits(
                    Quantity.of("10"),
                    Decimal10.of("100000"),
                    Decimal10.of("1000000"),
                    100,
                    Cap.of(Quantity.of("50")),
                    Cap.of(Quantity.of("50")),
                    List.of());
    private static final PriceRules RULES = new PriceRules(1000, 100, 50, true);
    private static final Optional<Price> REFERENCE = Optional.of(Price.of("60000"));

    @Test
    @Proves("J1")
    void anOrderAtItsLimitPassesAndOneStepMoreIsDeniedWithBothFigures() {
        assertThat(check(limit(Side.BUY, "1.6", "62500"))).isInstanceOf(Verdict.Passed.class);

        assertThat(denied(limit(Side.BUY, "1.6", "62500.01")))
                .isEqualTo("max-order-notional 100000 100000.016");
        assertThat(denied(limit(Side.BUY, "10.00000001", "1")))
                .isEqualTo("max-order-quantity 10 10.00000001");
    }

    @Test
    void aMarketOrderReservesItsSlippage() {
        assertThat(reserved(market("0.5", 50))).isEqualTo(reservation("0.5", "30150"));
    }

    @Test
    void aSellMayTradeAboveItsLimitUpToTheReference() {
        assertThat(reserved(limit(Side.SELL, "1", "55000"))).isEqualTo(reservation("1", "60000"));
        assertThat(reserved(limit(Side.SELL, "1", "70000"))).isEqualTo(reservation("1", "70000"));
    }

    @Test
    void cashReservesTheMostItCouldBuy() {
        NewOrder cash = Orders.request("c", Side.BUY, new OrderSize.Cash(Decimal10.of("5400")));

        assertThat(reserved(cash)).isEqualTo(reservation("0.1", "5400"));
    }

    @Test
    @Proves("X34")
    void withoutAFreshReferenceMarketAndCashOrdersAreDenied() {
        NewOrder cash = Orders.request("c", Side.BUY, new OrderSize.Cash(Decimal10.of("5400")));

        assertThat(code(blind().check(market("0.5", 50)))).isEqualTo("no-reference-price");
        assertThat(code(blind().check(cash))).isEqualTo("no-reference-price");
    }

    @Test
    @Proves("X34")
    void aLimitPriceTenPercentThroughItsReferenceIsRefusedAndAHairLessPasses() {
        assertThat(denied(limit(Side.BUY, "1", "65994"))).isEqualTo("passed");
        assertThat(denied(limit(Side.BUY, "1", "65999.99"))).isEqualTo("passed");
        assertThat(denied(limit(Side.BUY, "1", "66000"))).isEqualTo("price-collar 66000 66000");
        assertThat(denied(limit(Side.SELL, "1", "54006"))).isEqualTo("passed");
        assertThat(denied(limit(Side.SELL, "1", "54000.01"))).isEqualTo("passed");
        assertThat(denied(limit(Side.SELL, "1", "54000"))).isEqualTo("price-collar 54000 54000");
        assertThat(
                        denied(
                                with(
                                        new OrderTerms.StopLimit(
                                                Price.of("65000"), Price.of("66000")),
                                        "1")))
                .isEqualTo("price-collar 66000 66000");
    }

    @Test
    void thePassiveSideIsNeverTooFar() {
        assertThat(denied(limit(Side.BUY, "1", "0.01"))).isEqualTo("passed");
        assertThat(denied(limit(Side.SELL, "0.01", "6000000"))).isEqualTo("passed");
    }

    @Test
    void theCollarIsAsWideAsItIsConfigured() {
        PreTrade narrow =
                new PreTrade(
                        BTC,
                        LIMITS,
                        new PriceRules(1, 100, 50, true),
                        REFERENCE,
                        Optional.of(Decimal10.ONE));

        assertThat(code(narrow.check(limit(Side.BUY, "1", "60005.99")))).isEqualTo("passed");
        assertThat(code(narrow.check(limit(Side.BUY, "1", "60006")))).isEqualTo("price-collar");
    }

    @Test
    void withoutAReferenceALimitBuyPassesUnlessThatIsForbidden() {
        NewOrder order = limit(Side.BUY, "1", "50000");
        PreTrade strict =
                new PreTrade(
                        BTC,
                        LIMITS,
                        new PriceRules(1000, 100, 50, false),
                        Optional.empty(),
                        Optional.of(Decimal10.ONE));

        assertThat(code(blind().check(order))).isEqualTo("passed");
        assertThat(code(strict.check(order))).isEqualTo("no-reference-price");
    }

    @Test
    @Proves({"J1", "X34"})
    void withoutAReferenceNoSellPassesSinceItsPriceIsNoBound() {
        assertThat(code(blind().check(limit(Side.SELL, "9", "0.01"))))
                .isEqualTo("no-reference-price");
        assertThat(code(blind().check(limit(Side.SELL, "0.01", "70000"))))
                .isEqualTo("no-reference-price");
    }

    @Test
    @Proves("F7")
    void anOrderMayNotBearMoreSlippageThanItsInstrument() {
        assertThat(denied(market("0.5", 100))).isEqualTo("passed");
        assertThat(denied(market("0.5", 101))).isEqualTo("max-slippage 100 101");
        assertThat(denied(with(new OrderTerms.Stop(Price.of("65000"), 101), "0.5")))
                .isEqualTo("max-slippage 100 101");
    }

    @Test
    @Proves("F7")
    void whatHasNoLimitIsExpectedAtTheReferenceOrAtItsStop() {
        assertThat(expected(market("0.5", 50))).contains(new Expectation(Price.of("60000"), 50));
        assertThat(expected(with(new OrderTerms.Stop(Price.of("65000"), 50), "0.5")))
                .contains(new Expectation(Price.of("65000"), 50));
        assertThat(expected(limit(Side.BUY, "1", "60000"))).isEmpty();
    }

    private static Optional<Expectation> expected(NewOrder order) {
        return ((Verdict.Passed) check(order)).expectation();
    }

    @Test
    void aStopIsWorthWhatTheMarketIsIfThatIsBeyondIt() {
        assertThat(reserved(with(new OrderTerms.Stop(Price.of("100"), 50), "0.5")))
                .isEqualTo(reservation("0.5", "30150"));
        assertThat(reserved(with(new OrderTerms.Stop(Price.of("80000"), 50), "0.5")))
                .isEqualTo(reservation("0.5", "40200"));
        assertThat(code(blind().check(with(new OrderTerms.Stop(Price.of("100"), 50), "0.5"))))
                .isEqualTo("no-reference-price");
    }

    @Test
    void cashMovesTheMoreUnitsTheLowerItsLimit() {
        NewOrder cash = Orders.request("c", Side.BUY, new OrderSize.Cash(Decimal10.of("2700")));

        assertThat(reserved(with(cash, new OrderTerms.Limit(Price.of("30000"), Optional.empty()))))
                .isEqualTo(reservation("0.1", "2700"));
    }

    @Test
    @Proves("X58")
    void whatHasMoreDigitsThanWeHoldMeetsItsLimit() {
        String longest = "9999999999999999999999999999";

        assertThat(code(blind().check(limit(Side.BUY, "10", longest))))
                .isEqualTo("max-order-notional");
        assertThat(code(blind().check(limit(Side.BUY, longest, longest))))
                .isEqualTo("max-order-quantity");
        PreTrade dust =
                new PreTrade(
                        BTC,
                        LIMITS,
                        RULES,
                        Optional.of(Price.of("0.0000000001")),
                        Optional.of(Decimal10.ONE));
        NewOrder cash = Orders.request("c", Side.BUY, new OrderSize.Cash(Decimal10.of(longest)));
        assertThat(code(dust.check(with(cash, new OrderTerms.Market(1, Optional.empty())))))
                .isEqualTo("max-order-quantity");
    }

    @Test
    void whatWasCheckedIsToldWithBothFigures() {
        Verdict.Passed passed = (Verdict.Passed) check(limit(Side.BUY, "1", "60000"));

        assertThat(passed.limits()).isEqualTo(LIMITS);
        assertThat(passed.checks())
                .containsExactly(
                        new RiskCheck("max-order-quantity", "10", "1"),
                        new RiskCheck("max-order-notional", "100000", "60000"),
                        new RiskCheck("price-collar", "66000", "60000"),
                        new RiskCheck("reference-price", "fresh", "60000"));
    }

    @Test
    void withoutARateOfTheQuoteAssetNothingPasses() {
        PreTrade blind = new PreTrade(BTC, LIMITS, RULES, REFERENCE, Optional.empty());

        assertThat(code(blind.check(limit(Side.BUY, "1", "50000")))).isEqualTo("no-fx-rate");
    }

    @Test
    @Proves("D1")
    void whatIsOffTheInstrumentsStepsIsDeniedNotRounded() {
        assertThat(denied(limit(Side.BUY, "0.000000001", "50000")))
                .isEqualTo("quantity-off-step 0.00000001 0.000000001");
        assertThat(denied(limit(Side.BUY, "1", "50000.001")))
                .isEqualTo("price-off-step 0.01 50000.001");
    }

    @Test
    void bothPricesOfAStopLimitAreHeldAgainstTheStep() {
        NewOrder order =
                with(new OrderTerms.StopLimit(Price.of("50000.001"), Price.of("50000")), "1");

        assertThat(denied(order)).isEqualTo("price-off-step 0.01 50000.001");
    }

    @Test
    @Proves("H3")
    void aQuoteTenPercentOffEitherWayIsRefusedAndAHairLessPasses() {
        assertThat(denied(quoted(Side.BUY, "1", "65999.9999999999"))).isEqualTo("passed");
        assertThat(denied(quoted(Side.BUY, "1", "54000.0000000001"))).isEqualTo("passed");
        assertThat(denied(quoted(Side.SELL, "1", "65999.9999999999"))).isEqualTo("passed");
        for (Side side : Side.values()) {
            assertThat(denied(quoted(side, "1", "66000"))).isEqualTo("quote-outlier 60000 66000");
            assertThat(denied(quoted(side, "1", "54000"))).isEqualTo("quote-outlier 60000 54000");
        }
    }

    @Test
    void aQuoteReservesWhatItCostsToTheLastDigit() {
        assertThat(reserved(quoted(Side.SELL, "1", "59999.123456789")))
                .isEqualTo(reservation("1", "59999.123456789"));
        NewOrder cash = Orders.request("c", Side.BUY, new OrderSize.Cash(Decimal10.of("6100")));
        assertThat(reserved(with(cash, quote("61000")))).isEqualTo(reservation("0.1", "6100"));
    }

    private static OrderTerms quote(String price) {
        return new OrderTerms.PreviouslyQuoted(QuoteId.of("falconx:1"), Price.of(price));
    }

    private static NewOrder quoted(Side side, String quantity, String price) {
        return with(
                Orders.request("q", side, new OrderSize.Units(Quantity.of(quantity))),
                quote(price));
    }

    private static PreTrade blind() {
        return new PreTrade(BTC, LIMITS, RULES, Optional.empty(), Optional.of(Decimal10.ONE));
    }

    private static Verdict check(NewOrder order) {
        return new PreTrade(BTC, LIMITS, RULES, REFERENCE, Optional.of(Decimal10.ONE)).check(order);
    }

    private static Reservation reserved(NewOrder order) {
        return ((Verdict.Passed) check(order)).reservation();
    }

    private static String denied(NewOrder order) {
        return switch (check(order)) {
            case Verdict.Denied(var denial) ->
                    String.join(
                            " ",
                            denial.code(),
                            denial.limit().orElse("-"),
                            denial.actual().orElse("-"));
            case Verdict.Passed _ -> "passed";
        };
    }

    private static String code(Verdict verdict) {
        return verdict instanceof Verdict.Denied(var denial) ? denial.code() : "passed";
    }

    private static Reservation reservation(String quantity, String notional) {
        return new Reservation(Quantity.of(quantity), Decimal10.of(notional));
    }

    private static NewOrder limit(Side side, String quantity, String price) {
        return with(
                Orders.request("l", side, new OrderSize.Units(Quantity.of(quantity))),
                new OrderTerms.Limit(Price.of(price), Optional.empty()));
    }

    private static NewOrder market(String quantity, int bps) {
        return with(new OrderTerms.Market(bps, Optional.empty()), quantity);
    }

    private static NewOrder with(OrderTerms terms, String quantity) {
        return with(Orders.buy("m", quantity), terms);
    }

    private static NewOrder with(NewOrder order, OrderTerms terms) {
        return new NewOrderOf(order).with(terms);
    }
}
