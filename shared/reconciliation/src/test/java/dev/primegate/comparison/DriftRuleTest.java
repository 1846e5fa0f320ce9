package dev.primegate.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.comparison.Drift.Times;
import dev.primegate.comparison.Explanation.Kind;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.proof.Proves;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import dev.primegate.watch.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftRuleTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant LATER = NINE.plusSeconds(20);
    private static final DriftRule RULE = new DriftRule(50, Duration.ofMinutes(1));
    private static final Map<String, Price> PRICES =
            Map.of("USD", Price.of("1"), "BTC", Price.of("50000"), "ETH", Price.of("2500"));
    private static final Decimal10 MILLION = Decimal10.of("1000000");
    private static final HaltScope SCOPE = new HaltScope("account:fund/main");
    private static final BrokerId BROKER = new BrokerId("paper");

    @ParameterizedTest
    @CsvSource({
        "1000000, 1000000, false",
        "1000000, 1005000, false",
        "1000000, 1005001, true",
        "1000000, 1005000.0000000001, true",
        "1000000, 995000, false",
        "1000000, 994999.9999999999, true",
    })
    @Proves({"I8", "X63"})
    void halfAPercentPassesAndAnyMoreActs(String ours, String brokers, boolean acts) {
        Drift drift = judge(held("USD", ours), held("USD", brokers), List.of(), MILLION);

        assertThat(drift).isInstanceOf(acts ? Drift.Beyond.class : Drift.Within.class);
        assertThat(DriftActions.halt(drift, SCOPE).isPresent()).isEqualTo(acts);
    }

    @Test
    @Proves({"I8", "X63"})
    void beyondItTheAccountMayOnlyReduceAndSomebodyIsPaged() {
        Drift drift = judge(held("BTC", "1"), held("BTC", "1.2"), List.of(), MILLION);

        assertThat(DriftActions.halt(drift, SCOPE).orElseThrow().state())
                .isEqualTo(TradingState.REDUCING);
        Alert alert = DriftActions.trouble(drift, SCOPE, BROKER).orElseThrow().begun(LATER);
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.summary()).contains("10000", "1000000", NINE.toString(), LATER.toString());
        assertThat(alert.details()).containsEntry("BTC", "ours 1, broker's 1.2, unexplained 0.2");
    }

    @Test
    @Proves("I8")
    void whatIsExplainedIsSubtractedAndListed() {
        List<Explanation> explained =
                List.of(
                        new Explanation(Kind.IN_FLIGHT, "BTC", d("1"), "order o1"),
                        new Explanation(Kind.UNSETTLED, "USD", d("-50000"), "trade e1"),
                        new Explanation(Kind.FEE, "USD", d("-12.5"), "trade e1"));
        Drift drift =
                judge(
                        new Snapshot.Held(NINE, Map.of("USD", d("100000"))),
                        new Snapshot.Held(LATER, Map.of("USD", d("49987.5"), "BTC", d("1"))),
                        explained,
                        MILLION);

        assertThat(drift).isInstanceOf(Drift.Within.class);
        Drift.Report report = ((Drift.Within) drift).report();
        assertThat(report.unexplained()).isEqualTo(Decimal10.ZERO);
        assertThat(report.lines()).hasSize(2);
        assertThat(report.lines().getLast().explained()).isEqualTo(explained.subList(1, 3));
    }

    @Test
    @Proves("I8")
    void anExplanationOfTooMuchIsADifferenceTheOtherWay() {
        Drift drift =
                judge(
                        held("BTC", "1"),
                        held("BTC", "1"),
                        List.of(new Explanation(Kind.IN_FLIGHT, "BTC", d("0.2"), "order o1")),
                        MILLION);

        assertThat(drift).isInstanceOf(Drift.Beyond.class);
    }

    @Test
    @Proves("I8")
    void differencesDoNotCancelEachOther() {
        Drift drift =
                judge(
                        new Snapshot.Held(NINE, Map.of("BTC", d("1"), "ETH", d("20"))),
                        new Snapshot.Held(LATER, Map.of("BTC", d("1.06"), "ETH", d("18.8"))),
                        List.of(),
                        MILLION);

        assertThat(((Drift.Beyond) drift).report().unexplained()).isEqualTo(d("6000"));
    }

    @Test
    @Proves("I8")
    void aQueryThatFailedIsNeverReadAsFlat() {
        Drift brokers =
                RULE.judge(
                        new Snapshot.Held(NINE, Map.of()),
                        new Snapshot.Failed(LATER, "timeout"),
                        List.of(),
                        PRICES,
                        MILLION);
        Drift ours =
                RULE.judge(
                        new Snapshot.Failed(NINE, "throttled"),
                        new Snapshot.Held(LATER, Map.of()),
                        List.of(),
                        PRICES,
                        MILLION);

        assertThat(brokers)
                .isEqualTo(
                        new Drift.Unknown(
                                new Times(NINE, LATER),
                                "the broker's book could not be read: timeout"));
        assertThat(ours).isInstanceOf(Drift.Unknown.class);
        assertThat(DriftActions.halt(brokers, SCOPE)).isEmpty();
        assertThat(DriftActions.trouble(brokers, SCOPE, BROKER)).isPresent();
    }

    @Test
    @Proves("I8")
    void anAssetThatOneSideDoesNotNameIsNoneThereAndCounts() {
        assertThat(judge(held("BTC", "1"), held("USD", "0"), List.of(), MILLION))
                .isInstanceOf(Drift.Beyond.class);
    }

    @Test
    @Proves("I8")
    void bothTimesAreCarriedAndBooksReadTooFarApartAreNotCompared() {
        Drift near = judge(held("USD", "1"), held("USD", "1"), List.of(), MILLION);
        Drift far =
                RULE.judge(
                        new Snapshot.Held(NINE, Map.of()),
                        new Snapshot.Held(NINE.plusSeconds(61), Map.of()),
                        List.of(),
                        PRICES,
                        MILLION);

        assertThat(near.times()).isEqualTo(new Times(NINE, LATER));
        assertThat(far).isInstanceOf(Drift.Unknown.class);
    }

    @Test
    void whatHasNoPriceCannotBeJudged() {
        assertThat(judge(held("DOGE", "1"), held("DOGE", "2"), List.of(), MILLION))
                .isInstanceOf(Drift.Unknown.class);
        assertThat(judge(held("DOGE", "1"), held("DOGE", "1"), List.of(), MILLION))
                .isInstanceOf(Drift.Within.class);
    }

    @Test
    void ofAPortfolioThatIsWorthNothingNothingMayDrift() {
        assertThat(judge(held("USD", "0"), held("USD", "0.0000000001"), List.of(), Decimal10.ZERO))
                .isInstanceOf(Drift.Beyond.class);
        assertThat(judge(held("USD", "1"), held("USD", "1"), List.of(), d("-5")))
                .isInstanceOf(Drift.Within.class);
    }

    @Test
    @Proves("I8")
    void theBooksOfOneBrokerEndNothingAtAnother() {
        Drift beyond = judge(held("BTC", "1"), held("BTC", "1.2"), List.of(), MILLION);
        Drift within = judge(held("BTC", "1"), held("BTC", "1"), List.of(), MILLION);
        Standing stands = standing(beyond);

        assertThat(DriftActions.trouble(within, SCOPE, BROKER)).isEmpty();
        assertThat(DriftActions.ends(within, stands, SCOPE, new BrokerId("other"))).isFalse();
        assertThat(DriftActions.ends(beyond, stands, SCOPE, BROKER)).isFalse();
        assertThat(DriftActions.ends(within, stands, SCOPE, BROKER)).isTrue();
    }

    @Test
    @Proves("I8")
    void whoKnowsAgainEndsTheDoubtAndWhoDoesNotEndsNothing() {
        Drift beyond = judge(held("BTC", "1"), held("BTC", "1.2"), List.of(), MILLION);
        Drift within = judge(held("BTC", "1"), held("BTC", "1"), List.of(), MILLION);
        Drift unknown = new Drift.Unknown(new Times(NINE, LATER), "timeout");
        Standing doubt = standing(unknown);

        assertThat(DriftActions.ends(within, doubt, SCOPE, BROKER)).isTrue();
        assertThat(DriftActions.ends(beyond, doubt, SCOPE, BROKER)).isTrue();
        assertThat(DriftActions.ends(unknown, doubt, SCOPE, BROKER)).isFalse();
        assertThat(DriftActions.ends(unknown, standing(beyond), SCOPE, BROKER)).isFalse();
    }

    private static Standing standing(Drift drift) {
        var trouble = DriftActions.trouble(drift, SCOPE, BROKER).orElseThrow();
        return new Standing(trouble.rule().id(), trouble.scope(), NINE);
    }

    private static Drift judge(
            Snapshot.Held ours,
            Snapshot.Held brokers,
            List<Explanation> explained,
            Decimal10 portfolio) {
        return RULE.judge(
                ours, new Snapshot.Held(LATER, brokers.amounts()), explained, PRICES, portfolio);
    }

    private static Snapshot.Held held(String asset, String amount) {
        return new Snapshot.Held(NINE, Map.of(asset, d(amount)));
    }

    private static Decimal10 d(String text) {
        return Decimal10.of(text);
    }
}
