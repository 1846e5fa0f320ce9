package dev.primegate.submit;

import static dev.primegate.testkit.Requests.BTC;
import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static dev.primegate.testkit.Requests.buy;
import static dev.primegate.testkit.Requests.executed;
import static dev.primegate.testkit.Requests.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Admission;
import dev.primegate.order.NewOrder;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An account of 10,000 USD that holds ten coins at 100 and may lose a tenth of its peak. */
class WatchDrawdownTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final HaltScope ACCOUNT = HaltScope.of(FUND, MAIN);

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final WatchDrawdown tenth = watch("reduce-bps=1000");
    private int orders;

    @Test
    @Proves("H4")
    void aLossOfTheLimitFromThePeakLetsTheAccountOnlyReduceAndPages() {
        hold("10", "100");
        lookAt(tenth, "300");

        // The peak is 12,000; a tenth of it is lost at 10,800: at a mark of 180.
        lookAt(tenth, "180.0000000001");
        assertThat(state()).isEqualTo(TradingState.ACTIVE);
        lookAt(tenth, "180");

        assertThat(state()).isEqualTo(TradingState.REDUCING);
        assertThat(admit(buy("more", "0.1"))).isInstanceOf(Admission.Denied.class);
        assertThat(admit(sell("less", "10"))).isInstanceOf(Admission.Admitted.class);
        assertThat(admit(Requests.of("other", buy("more", "0.1"))))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(books.alerts())
                .extracting(Alert::rule, Alert::severity)
                .containsExactlyInAnyOrder(
                        tuple("drawdown-limit", Severity.CRITICAL),
                        tuple("trading-halted", Severity.CRITICAL));
        assertThat(halt().last().reason()).isEqualTo("equity fell from 12000 USD to 10800 USD");
    }

    @Test
    @Proves("H4")
    void itStandsHoweverTheMarketRecoversAndIsToldOnce() {
        hold("10", "100");
        lookAt(tenth, "300");
        lookAt(tenth, "180");
        Instant halted = halt().at();

        lookAt(tenth, "170");
        lookAt(tenth, "400");

        assertThat(state()).isEqualTo(TradingState.REDUCING);
        assertThat(halt().at()).isEqualTo(halted);
        assertThat(books.alerts()).hasSize(2);
    }

    @Test
    @Proves("H4")
    void whatIsRealisedCountsAsMuchAsWhatIsHeld() {
        hold("10", "100");
        lookAt(tenth, "300");
        // 1,000 of 2,000 are lost by selling half at 100; the rest keeps its mark until now.
        trade(sell("half", "5"), "5", "100");
        lookAt(tenth, "300");
        assertThat(state()).isEqualTo(TradingState.ACTIVE);

        // 11,000 less 5 x 40.
        lookAt(tenth, "260");
        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    @Proves("H4")
    void aLossBeforeAnyProfitIsMeasuredFromTheCapital() {
        hold("100", "100");
        lookAt(tenth, "90.01");
        assertThat(state()).isEqualTo(TradingState.ACTIVE);

        lookAt(tenth, "90");
        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    @Proves("H4")
    void asThePolicyWantsItReducesFirstAndHaltsThen() {
        WatchDrawdown both = watch("reduce-bps=1000", "halt-bps=2000");
        hold("100", "100");
        lookAt(both, "90");
        assertThat(state()).isEqualTo(TradingState.REDUCING);

        lookAt(both, "80");

        assertThat(state()).isEqualTo(TradingState.HALTED);
        assertThat(admit(sell("less", "10"))).isInstanceOf(Admission.Denied.class);
        assertThat(books.alerts())
                .filteredOn(alert -> alert.rule().equals("drawdown-limit"))
                .hasSize(2);
    }

    @Test
    @Proves("H4")
    void twoPersonsWhoResumeAcceptTheLossAndTheNextIsMeasuredFromThere() {
        hold("100", "100");
        lookAt(tenth, "90");
        clock.advance(Duration.ofSeconds(1));
        books.halts().resume(ACCOUNT, "jane", "seen");
        lookAt(tenth, "89");
        assertThat(state()).isEqualTo(TradingState.REDUCING);
        books.halts().resume(ACCOUNT, "joe", "seen");

        lookAt(tenth, "90");
        lookAt(tenth, "81.01");
        assertThat(state()).isEqualTo(TradingState.ACTIVE);
        lookAt(tenth, "81");
        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    void aResumeOfAnotherHaltForgetsNoPeak() {
        hold("100", "100");
        lookAt(tenth, "110");
        books.halts().halt(Halt.of(ACCOUNT, "desk", "drill"));
        books.halts().resume(ACCOUNT, "jane", "over");
        books.halts().resume(ACCOUNT, "joe", "over");

        // From 11,000; from 10,000 it would be nothing.
        lookAt(tenth, "99");

        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    @Proves("H4")
    void aRunThatDiedBeforeItsHaltIsCompletedByTheNext() {
        hold("100", "100");
        lookAt(tenth, "100");
        var seen = books.peaks().peak(FUND, MAIN);
        assertThat(
                        books.peaks()
                                .replace(
                                        FUND,
                                        MAIN,
                                        seen,
                                        seen.orElseThrow()
                                                .reached(TradingState.REDUCING, clock.instant())))
                .isTrue();
        assertThat(state()).isEqualTo(TradingState.ACTIVE);

        lookAt(tenth, "100");

        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    @Proves("H4")
    void withoutAFreshPriceNothingIsJudgedAndSomebodyIsTold() {
        hold("10", "100");
        lookAt(tenth, "300");
        clock.advance(Duration.ofSeconds(16));

        tenth.run(Instant.MAX);
        tenth.run(Instant.MAX);

        assertThat(state()).isEqualTo(TradingState.ACTIVE);
        assertThat(books.alerts()).extracting(Alert::rule).containsExactly("drawdown-blind");
    }

    @Test
    void whatIsSoldNeedsNoPrice() {
        hold("10", "100");
        trade(sell("all", "10"), "10", "50");
        clock.advance(Duration.ofMinutes(1));

        watch("reduce-bps=500").run(Instant.MAX);

        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    void aLimitThatNamesNothingFailsTheStart() {
        assertThatThrownBy(() -> watch()).hasMessageContaining("names no limit");
        assertThatThrownBy(() -> watch("reduce-bps=0")).hasMessageContaining("0");
        assertThatThrownBy(() -> watch("reduce-bps=1", "capital=0")).hasMessageContaining("0 USD");
        assertThatThrownBy(() -> watch("reduce-bps=1", "account=main"))
                .hasMessageContaining("tenant/account");
    }

    private WatchDrawdown watch(String... lines) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .withMapping(DrawdownConfig.class)
                        .withDefaultValue("primegate.drawdown.accounts[0].account", "fund/main")
                        .withDefaultValue("primegate.drawdown.accounts[0].capital", "10000");
        for (String line : lines) {
            List<String> parts = List.of(line.split("=", 2));
            builder.withDefaultValue(
                    "primegate.drawdown.accounts[0]." + parts.getFirst(), parts.getLast());
        }
        RiskConfig risk = RiskConfigs.of();
        return new WatchDrawdown(
                new Drawdowns(builder.build().getConfigMapping(DrawdownConfig.class), risk),
                new ProfitDesk(risk, books.references(), books.ledger(), SymbolMaster.standard()),
                books.peaks(),
                books.halts(),
                books,
                clock);
    }

    private void lookAt(WatchDrawdown watch, String price) {
        clock.advance(Duration.ofSeconds(1));
        books.references().publish(BTC, Requests.price(price, clock.instant()));
        watch.run(Instant.MAX);
    }

    private void hold(String quantity, String price) {
        trade(buy("held", quantity), quantity, price);
    }

    private void trade(NewOrder order, String quantity, String price) {
        assertThat(admit(order)).isInstanceOf(Admission.Admitted.class);
        var _ =
                books.book()
                        .apply(
                                order.id(),
                                executed(order, "f-" + order.clOrdId(), quantity, price),
                                "test");
    }

    private Admission admit(NewOrder order) {
        return books.book()
                .admit(
                        Requests.intent(
                                order, "owner-" + orders++, Requests.wide(), clock.instant()));
    }

    private TradingState state() {
        return books.halts().cases().stream()
                .filter(c -> c.scope().equals(ACCOUNT))
                .findFirst()
                .map(HaltCase::state)
                .orElse(TradingState.ACTIVE);
    }

    private HaltCase halt() {
        return books.halts().cases().getFirst();
    }
}
