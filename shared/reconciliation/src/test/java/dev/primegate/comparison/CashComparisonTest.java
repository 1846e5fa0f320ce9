package dev.primegate.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Finding;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import dev.primegate.statement.CashLine;
import dev.primegate.statement.JournalLine;
import dev.primegate.statement.Origin;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a broker's balances moved, against what our books say moved them. */
class CashComparisonTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");
    private static final Origin FILE = new Origin("cash.csv", 2);

    @Test
    @Proves("G13")
    void whatTradesAndFeesMovedIsNoDifference() {
        assertThat(
                        compare(
                                List.of(balance("USD", "1000", "1000")),
                                List.of(balance("USD", "799", "1000")),
                                List.of(),
                                proceeds("t1", "-200", MONDAY, TUESDAY),
                                fee("t1", "-1", MONDAY, TUESDAY)))
                .isEmpty();
    }

    @Test
    void whatSettlesLaterCountsOnTheDayItSettles() {
        assertThat(
                        compare(
                                List.of(balance("USD", "800", "1000")),
                                List.of(balance("USD", "800", "800")),
                                List.of(),
                                proceeds("t1", "-200", FRIDAY, MONDAY)))
                .isEmpty();
        assertThat(
                        keys(
                                compare(
                                        List.of(balance("USD", "800", "1000")),
                                        List.of(balance("USD", "800", "1000")),
                                        List.of(),
                                        proceeds("t1", "-200", FRIDAY, MONDAY))))
                .containsExactly("USD settled quantity 200 USD");
    }

    @Test
    @Proves("G13")
    void whatNobodyExplainsIsOnTheTableToTheLastPlace() {
        List<Finding> findings =
                compare(
                        List.of(balance("USD", "1000", "1000")),
                        List.of(balance("USD", "1000.0000000001", "1000.0000000001")),
                        List.of());

        assertThat(keys(findings))
                .containsExactly(
                        "USD traded quantity 0.0000000001 USD",
                        "USD settled quantity 0.0000000001 USD");
    }

    @Test
    void halfACentATradeIsRoundingAndNoMore() {
        CashFlow one = proceeds("t1", "-10.003", MONDAY, MONDAY);
        assertThat(
                        keys(
                                compare(
                                        List.of(balance("USD", "100", "")),
                                        List.of(balance("USD", "89.992", "")),
                                        List.of(),
                                        one)))
                .containsExactly("USD traded price-rounding 0.005 USD");
        assertThat(
                        keys(
                                compare(
                                        List.of(balance("USD", "100", "")),
                                        List.of(balance("USD", "89.9919", "")),
                                        List.of(),
                                        one)))
                .containsExactly("USD traded quantity 0.0051 USD");
    }

    @Test
    void aCurrencyThatAStatementDoesNotNameIsOneOfWhichThereIsNone() {
        assertThat(keys(compare(List.of(balance("EUR", "70", "70")), List.of(), List.of())))
                .containsExactly("EUR traded quantity 70 EUR", "EUR settled quantity 70 EUR");
    }

    @Test
    void whatTheBrokerChargedExplainsTheBalanceAndIsTold() {
        List<Finding> findings =
                compare(
                        List.of(balance("USD", "1000", "1000")),
                        List.of(balance("USD", "987.5", "987.5")),
                        List.of(journal("interest", "-12.5", "USD")));

        assertThat(keys(findings))
                .containsExactly("2026-11-23 interest november -12.5 USD fee-not-booked 12.5 USD");
    }

    @Test
    void aChargeThatWeBookedTooIsDoneWithAndOneThatOnlyWeBookedIsNot() {
        CashFlow booked =
                new CashFlow(
                        CashFlow.Kind.JOURNAL,
                        "j1",
                        money("-12.5", "USD"),
                        MONDAY,
                        Optional.of(MONDAY));
        assertThat(
                        compare(
                                List.of(balance("USD", "1000", "1000")),
                                List.of(balance("USD", "987.5", "987.5")),
                                List.of(journal("interest", "-12.5", "USD")),
                                booked))
                .isEmpty();
        assertThat(
                        keys(
                                compare(
                                        List.of(balance("USD", "1000", "")),
                                        List.of(balance("USD", "1000", "")),
                                        List.of(),
                                        booked)))
                .containsExactly("USD traded quantity 12.5 USD");
    }

    @Test
    void aDepositIsToldForNobodyBooksItHere() {
        assertThat(
                        keys(
                                compare(
                                        List.of(balance("USD", "1000", "")),
                                        List.of(balance("USD", "6000", "")),
                                        List.of(journal("wire", "5000", "USD")))))
                .containsExactly("2026-11-23 wire november 5000 USD unknown 5000 USD");
    }

    @Test
    void aConversionExplainsBothCurrencies() {
        assertThat(
                        compare(
                                List.of(balance("USD", "1000", ""), balance("EUR", "0", "")),
                                List.of(balance("USD", "890", ""), balance("EUR", "100", "")),
                                List.of(journal("fx", "-110", "USD"), journal("fx", "100", "EUR"))))
                .isEmpty();
    }

    @Test
    void whatIsExplainedIsListedBesideWhatIsNot() {
        List<Finding> findings =
                compare(
                        List.of(balance("USD", "1000", "")),
                        List.of(balance("USD", "980", "")),
                        List.of(journal("interest", "-12.5", "USD")));

        assertThat(findings.getLast().cause())
                .isEqualTo(new Cause.QuantityDiffers(Decimal10.of("1000"), Decimal10.of("980")));
        assertThat(findings.getLast().atStake()).isEqualTo(money("7.5", "USD"));
        assertThat(findings.getLast().evidence().differences())
                .extracting(d -> d.field() + " " + d.brokers())
                .containsExactly("traded 980", "explained: FEE 2026-11-23 interest november -12.5");
    }

    @Test
    void twoBalancesOfOneCurrencyAreNoBalance() {
        assertThat(
                        keys(
                                compare(
                                        List.of(balance("USD", "1", "")),
                                        List.of(balance("USD", "1", ""), balance("USD", "2", "")),
                                        List.of())))
                .containsExactly("USD traded duplicate 2 USD");
    }

    @Test
    void whereNobodyKnowsWhenATradeSettlesOnlyTheTradeDateIsCompared() {
        assertThat(
                        compare(
                                List.of(balance("USD", "1000", "1000")),
                                List.of(balance("USD", "800", "5")),
                                List.of(),
                                new CashFlow(
                                        CashFlow.Kind.PROCEEDS,
                                        "t1",
                                        money("-200", "USD"),
                                        MONDAY,
                                        Optional.empty())))
                .isEmpty();
    }

    /** Half a cent of a coin is much; its balances have more places than we keep. */
    @Test
    @Proves("G13")
    void aCoinIsRoundedAtTheTenthPlaceAlone() {
        assertThat(keys(coins("1.0000000001")))
                .containsExactly("BTC traded price-rounding 0.00005 USD");
        assertThat(keys(coins("1.0000000002"))).containsExactly("BTC traded quantity 0.0001 USD");
        assertThat(coins("1.005"))
                .extracting(finding -> finding.gravity() + " " + finding.atStake())
                .containsExactly("HIGH 2500 USD");
    }

    /** By which date a balance that is not there counts is as the others of the statement do. */
    @Test
    void aBalanceThatIsNotNamedIsNoneByTheDatesThatAreTold() {
        List<CashLine> dollars = List.of(balance("USD", "1000", ""));

        assertThat(keys(compare(dollars, dollars, List.of(), proceeds("t1", "7", MONDAY, MONDAY))))
                .containsExactly("USD traded quantity 7 USD");
        assertThat(
                        keys(
                                compare(
                                        dollars,
                                        dollars,
                                        List.of(),
                                        new CashFlow(
                                                CashFlow.Kind.PROCEEDS,
                                                "t2",
                                                money("7", "EUR"),
                                                MONDAY,
                                                Optional.of(MONDAY)))))
                .containsExactly("EUR traded quantity 7 EUR");
    }

    /** Of a coin at 500000 dollars, bought for nothing. */
    private static List<Finding> coins(String after) {
        CashDay day =
                new CashDay(
                        FRIDAY,
                        MONDAY,
                        List.of(balance("BTC", "0", "")),
                        List.of(balance("BTC", after, "")),
                        List.of());
        CashFlow bought =
                new CashFlow(
                        CashFlow.Kind.PROCEEDS,
                        "t1",
                        money("1", "BTC"),
                        MONDAY,
                        Optional.of(MONDAY));
        return new CashComparison(
                        Decimal10.of("1000"),
                        coin ->
                                Optional.of(
                                        new Money(
                                                coin.amount()
                                                        .times(
                                                                Decimal10.of("500000"),
                                                                RoundingMode.UNNECESSARY),
                                                new Asset("USD"))))
                .compare(day, List.of(bought));
    }

    private static List<Finding> compare(
            List<CashLine> before,
            List<CashLine> after,
            List<JournalLine> journal,
            CashFlow... flows) {
        return new CashComparison(Decimal10.ZERO)
                .compare(new CashDay(FRIDAY, MONDAY, before, after, journal), List.of(flows));
    }

    private static List<String> keys(List<Finding> findings) {
        return findings.stream()
                .map(f -> "%s %s %s".formatted(f.key(), f.cause().code(), f.atStake()))
                .toList();
    }

    private static CashLine balance(String asset, String traded, String settled) {
        return new CashLine(
                FILE,
                "77",
                new Asset(asset),
                Decimal10.of(traded),
                Optional.of(settled).filter(s -> !s.isEmpty()).map(Decimal10::of));
    }

    private static JournalLine journal(String kind, String amount, String asset) {
        return new JournalLine(
                FILE,
                "77",
                MONDAY,
                kind,
                "november",
                Optional.of(money(amount, asset)),
                Optional.empty(),
                Decimal10.ZERO);
    }

    private static CashFlow proceeds(
            String id, String amount, LocalDate traded, LocalDate settles) {
        return new CashFlow(
                CashFlow.Kind.PROCEEDS, id, money(amount, "USD"), traded, Optional.of(settles));
    }

    private static CashFlow fee(String id, String amount, LocalDate traded, LocalDate settles) {
        return new CashFlow(
                CashFlow.Kind.FEE, id, money(amount, "USD"), traded, Optional.of(settles));
    }

    private static Money money(String amount, String asset) {
        return new Money(Decimal10.of(amount), new Asset(asset));
    }
}
