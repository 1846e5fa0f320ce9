package dev.primegate.testkit;

import static dev.primegate.testkit.Requests.BROKER;
import static dev.primegate.testkit.Requests.BTC;
import static dev.primegate.testkit.Requests.buy;
import static dev.primegate.testkit.Requests.executed;
import static dev.primegate.testkit.Requests.intent;
import static dev.primegate.testkit.Requests.sell;
import static dev.primegate.testkit.Requests.wide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.Intent;
import dev.primegate.money.Price;
import dev.primegate.order.Admission;
import dev.primegate.order.Denial;
import dev.primegate.order.Expectation;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderTerms;
import dev.primegate.proof.Proves;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store does with the price of an execution: holds it against others, and tells. */
public abstract class PriceContract {
    private static final Instant T0 = BookContract.T0;
    private static final HaltScope BTC_ONLY = HaltScope.of(BTC);

    protected final SettableClock clock = new SettableClock(T0);
    private Books books = new MemoryBooks(clock);

    /** An empty store that tells time by {@link #clock}. */
    protected abstract Books open();

    @BeforeEach
    void start() {
        books = open();
    }

    @Test
    @Proves({"H3", "X34"})
    void aTradeTenPercentOffItsReferenceHaltsItsSymbolForEverybodyAndPages() {
        NewOrder order = buy("a", "3");
        admitted(order);
        admitted(Requests.of("other", buy("b", "1")));
        books.references().publish(BTC, Requests.price("100", T0.plusSeconds(4)));

        tell(order, executed(order, "f1", "1", "109.9999999999"));
        assertThat(books.halts().halted()).isEmpty();
        tell(order, executed(order, "f2", "1", "90"));

        assertThat(books.halts().halted()).containsExactly(BTC_ONLY);
        assertThat(denied(buy("c", "1")).isHalt()).isTrue();
        assertThat(denied(Requests.of("other", buy("d", "1"))).isHalt()).isTrue();
        assertThat(denied(Requests.of("third", buy("e", "1"))).isHalt()).isTrue();
        assertThat(books.alerts())
                .extracting(Alert::rule, Alert::severity)
                .containsExactly(tuple("price-outlier", Severity.CRITICAL));
        assertThat(found(order).cumQty().amount().toString()).isEqualTo("2");
        assertThat(priceChecks(order))
                .containsExactly(
                        "within 10 % of 100 (exchange)", "90 is 10 % or more off 100 (exchange)");
    }

    @Test
    @Proves({"H3", "X34"})
    void withoutAFreshReferenceTheOutlierSwitchIsOffAndSaysSo() {
        NewOrder order = buy("a", "3");
        admitted(order);
        tell(order, executed(order, "f1", "1", "1"));
        // The trade is of 10:00:05.
        books.references().publish(BTC, Requests.price("100", T0.minusSeconds(11)));
        tell(order, executed(order, "f2", "1", "1"));

        assertThat(books.halts().halted()).isEmpty();
        assertThat(priceChecks(order))
                .containsExactly("off: no reference", "off: no fresh reference");
    }

    @Test
    @Proves({"H3", "X34"})
    void theFillingBrokersOwnPriceIsNoReferenceToJudgeItsFillsBy() {
        NewOrder order = buy("a", "3");
        admitted(order);
        books.references().publish(BTC, new Reference(Price.of("100"), T0.plusSeconds(5), BROKER));
        tell(order, executed(order, "f1", "1", "1"));
        assertThat(books.halts().halted()).isEmpty();

        books.references().publish(BTC, Requests.price("100", T0));
        tell(order, executed(order, "f2", "1", "1"));

        assertThat(books.halts().halted()).containsExactly(BTC_ONLY);
        assertThat(priceChecks(order))
                .containsExactly(
                        "off: no reference but coinbase-prime's own",
                        "1 is 10 % or more off 100 (exchange)");
    }

    @Test
    @Proves({"F7", "F8"})
    void eachFillAtTheMarketSaysWhatWasExpectedAndAWorseOneThanUsualIsTold() {
        NewOrder order = market(buy("a", "3"));
        expecting(order, "100", 50);

        tell(order, executed(order, "f1", "1", "100.5"));
        assertThat(books.alerts()).isEmpty();
        tell(order, executed(order, "f2", "1", "100.5001"));
        tell(order, executed(order, "f3", "1", "99.5"));

        assertThat(facts(order, "slippageBps")).containsExactly("50.00", "50.01", "-50.00");
        assertThat(facts(order, "expectedPx")).containsExactly("100", "100", "100", "100");
        assertThat(books.alerts())
                .extracting(Alert::rule, Alert::severity)
                .containsExactly(tuple("slippage", Severity.WARNING));
        assertThat(books.alerts().getFirst().details())
                .containsEntry("expectedPx", "100")
                .containsEntry("lastPx", "100.5001")
                .containsEntry("slippageBps", "50.01")
                .containsEntry("boundBps", "50");
    }

    @Test
    @Proves({"F7", "F8"})
    void aFillWorseThanTheOrderMayBearIsAnError() {
        NewOrder order = market(sell("a", "2"));
        expecting(order, "100", 50);

        tell(order, executed(order, "f1", "1", "99"));
        tell(order, executed(order, "f2", "1", "98.9999"));

        assertThat(books.alerts())
                .extracting(Alert::rule, Alert::severity, a -> a.details().get("boundBps"))
                .containsExactlyInAnyOrder(
                        tuple("slippage", Severity.WARNING, "50"),
                        tuple("slippage", Severity.ERROR, "100"));
    }

    @Test
    void anOrderWithALimitIsHeldAgainstIt() {
        NewOrder order = buy("a", "1");
        admitted(order);
        tell(order, executed(order, "f1", "1", "100"));

        assertThat(facts(order, "slippageBps")).isEmpty();
        assertThat(found(order).expectation()).isEmpty();
    }

    /** At the market, and it may slip by 100 bps. */
    private static NewOrder market(NewOrder order) {
        return Requests.with(order, new OrderTerms.Market(100, Optional.empty()));
    }

    private void expecting(NewOrder request, String price, int alertBps) {
        Intent plain =
                intent(
                        Requests.with(request, Requests.at("100")),
                        BookContract.owner(),
                        wide(),
                        T0);
        Order order = plain.order();
        Expectation expected = new Expectation(Price.of(price), alertBps);
        Intent intent =
                new Intent(
                        Order.admitted(
                                        request,
                                        order.route(),
                                        order.attempt(),
                                        order.reservation(),
                                        T0)
                                .expecting(Optional.of(expected)),
                        plain.limits(),
                        plain.checks(),
                        plain.requestHash(),
                        plain.duplicateWindow());
        assertThat(books.book().admit(intent)).isInstanceOf(Admission.Admitted.class);
        assertThat(found(request).expectation()).contains(expected);
    }

    private void admitted(NewOrder request) {
        assertThat(admit(request)).isInstanceOf(Admission.Admitted.class);
    }

    private Denial denied(NewOrder request) {
        return ((Admission.Denied) admit(request)).denial();
    }

    private Admission admit(NewOrder request) {
        return books.book().admit(intent(request, BookContract.owner(), wide(), clock.instant()));
    }

    private void tell(NewOrder order, OrderEvent event) {
        books.book().apply(order.id(), event, "feed");
    }

    private Order found(NewOrder request) {
        return books.query().find(request.id()).orElseThrow();
    }

    private List<String> priceChecks(NewOrder order) {
        return facts(order, "priceCheck");
    }

    private List<String> facts(NewOrder order, String name) {
        return books.query().history(order.id()).stream()
                .map(HistoryEntry::facts)
                .filter(facts -> facts.containsKey(name))
                .map(facts -> Objects.requireNonNull(facts.get(name)))
                .toList();
    }
}
