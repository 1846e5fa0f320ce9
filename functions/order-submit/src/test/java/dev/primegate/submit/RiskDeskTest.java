package dev.primegate.submit;

import static dev.primegate.testkit.Requests.BTC;
import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static dev.primegate.testkit.Requests.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Cap;
import dev.primegate.risk.Limits;
import dev.primegate.risk.MessageRate;
import dev.primegate.risk.RampLift;
import dev.primegate.risk.RiskCheck;
import dev.primegate.risk.Verdict;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RiskDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final SymbolMaster SYMBOLS = SymbolMaster.standard();
    private static final Instrument BITCOIN = SYMBOLS.get(BTC);

    private final MemoryBooks books = new MemoryBooks(new SettableClock(NOW));

    @Test
    void theDefaultsAreThoseOfAFirstMonth() {
        assertThat(limits(RiskConfigs.of()))
                .isEqualTo(
                        new Limits(
                                Quantity.of("1"),
                                Decimal10.of("10000"),
                                Decimal10.of("10000"),
                                100,
                                Cap.of(Quantity.of("10")),
                                Cap.of(Quantity.NONE),
                                List.of(
                                        new MessageRate(10, Duration.ofSeconds(1)),
                                        new MessageRate(100, Duration.ofMinutes(1)))));
    }

    @Test
    @Proves("J1")
    void aLimitIsTheAccountsThenTheSymbolsThenItsClasss() {
        RiskConfig config =
                RiskConfigs.of(
                        "classes[0].asset-class=DIGITAL_ASSET",
                        "classes[0].max-order-qty=2",
                        "classes[0].max-long=20",
                        "classes[0].max-short=5",
                        "symbols[0].symbol=BTC-USD",
                        "symbols[0].max-order-qty=3",
                        "symbols[0].max-long=30",
                        "symbols[1].symbol=BTC/USD",
                        "symbols[1].account=fund/main",
                        "symbols[1].max-order-qty=4",
                        "symbols[2].symbol=BTC-USD",
                        "symbols[2].account=fund/other",
                        "symbols[2].max-short=99");

        Limits limits = limits(config);

        assertThat(limits.maxOrderQty()).isEqualTo(Quantity.of("4"));
        assertThat(limits.maxLong()).isEqualTo(Cap.of(Quantity.of("30")));
        assertThat(limits.maxShort()).isEqualTo(Cap.of(Quantity.of("5")));
    }

    @Test
    void anEnvironmentVariableCanSpellThemAll() {
        RiskConfig config =
                RiskConfigs.ofEnvironment(
                        Map.of(
                                "PRIMEGATE_RISK_SYMBOLS_0__SYMBOL", "BTC-USD",
                                "PRIMEGATE_RISK_SYMBOLS_0__MAX_ORDER_QTY", "0.5",
                                "PRIMEGATE_RISK_ACCOUNTS_0__ACCOUNT", "fund/main",
                                "PRIMEGATE_RISK_ACCOUNTS_0__OPEN_ORDERS", "3",
                                "PRIMEGATE_RISK_RESTRICTED_0__SYMBOL", "ETH-USD",
                                "PRIMEGATE_RISK_EXCHANGE_HOLIDAYS", "2026-11-26,2026-12-25"));

        assertThat(limits(config).maxOrderQty()).isEqualTo(Quantity.of("0.5"));
        assertThat(limits(config).openOrders()).isEqualTo(3);
        assertThat(config.restricted()).singleElement().matches(r -> r.from().isEmpty());
        assertThat(config.exchange().holidays().orElseThrow()).hasSize(2);
    }

    @Test
    void anAccountsOwnValuesOutrankThoseOfAll() {
        Limits limits =
                limits(
                        RiskConfigs.of(
                                "accounts[0].account=fund/main",
                                "accounts[0].max-order-notional=5",
                                "accounts[0].open-notional=6",
                                "accounts[0].open-orders=7",
                                "accounts[0].orders-per-second=8",
                                "accounts[0].orders-per-minute=0"));

        assertThat(limits.maxOrderNotional()).isEqualTo(Decimal10.of("5"));
        assertThat(limits.openNotional()).isEqualTo(Decimal10.of("6"));
        assertThat(limits.openOrders()).isEqualTo(7);
        assertThat(limits.rates()).containsExactly(new MessageRate(8, Duration.ofSeconds(1)));
    }

    @Test
    @Proves("J5")
    void listsAndHoursApplyBeforeAnyPrice() {
        assertThat(
                        check(
                                RiskConfigs.of(
                                        "restricted[0].symbol=BTC-USD",
                                        "restricted[0].from=2026-11-02T00:00:00Z",
                                        "restricted[0].until=2026-11-03T00:00:00Z")))
                .isEqualTo("restricted-symbol - -");
        assertThat(
                        check(
                                RiskConfigs.of(
                                        "accounts[0].account=fund/main",
                                        "accounts[0].symbols=ETH-USD",
                                        "accounts[0].asset-classes=EQUITY,ETF")))
                .isEqualTo("instrument-not-allowed [EQUITY, ETF] [ETH-USD] DIGITAL_ASSET BTC-USD");
        assertThat(check(RiskConfigs.of())).isEqualTo("passed");
    }

    @Test
    void whatIsNoDigitalAssetTradesWithTheExchange() {
        Instrument share =
                new Instrument(
                        BTC,
                        AssetClass.EQUITY,
                        new Asset("BTC"),
                        new Asset("USD"),
                        Decimal10.ONE,
                        Decimal10.ONE);
        RiskDesk desk = desk(RiskConfigs.of("exchange.holidays=2026-11-03"));

        assertThat(said(desk.check(order("1", "100"), share, NOW))).isEqualTo("market-closed - -");
        Instant open = NOW.plus(Duration.ofHours(5));
        assertThat(said(desk.check(order("1", "100"), share, open))).isEqualTo("passed");
        Instant holiday = open.plus(Duration.ofDays(1));
        assertThat(said(desk.check(order("1", "100"), share, holiday)))
                .isEqualTo("market-closed - -");
    }

    @Test
    @Proves("X34")
    void aStaleReferenceIsNone() {
        RiskDesk desk = desk(RiskConfigs.of("unpriced-limit-orders=false"));
        publish("100", NOW.minusSeconds(15));
        assertThat(said(desk.check(order("1", "100"), BITCOIN, NOW))).isEqualTo("passed");

        assertThat(said(desk.check(order("1", "100"), BITCOIN, NOW.plusNanos(1))))
                .isEqualTo("no-reference-price - -");
    }

    @Test
    @Proves("J2")
    void aShareOfTheCapitalBecomesUnitsAtTheMark() {
        RiskConfig config =
                RiskConfigs.of(
                        "accounts[0].account=fund/main",
                        "accounts[0].capital=10000",
                        "accounts[0].max-position-bps=2500",
                        "max-long=1000");
        RiskDesk desk = desk(config);
        assertThat(said(desk.check(order("1", "100"), BITCOIN, NOW)))
                .isEqualTo("no-reference-price - -");

        // Too old to price an order by, and good enough for a mark.
        publish("300", NOW.minus(Duration.ofMinutes(59)));
        Verdict verdict = desk.check(order("1", "100"), BITCOIN, NOW);

        assertThat(((Verdict.Passed) verdict).limits().maxLong().amount())
                .isEqualTo(Decimal10.of("8.3333333333"));
        assertThat(said(desk.check(order("1", "100"), BITCOIN, NOW.plusSeconds(120))))
                .isEqualTo("no-reference-price - -");
    }

    @Test
    void slippageAndCollarMayBeAnInstrumentsOwn() {
        RiskConfig config =
                RiskConfigs.of(
                        "classes[0].asset-class=DIGITAL_ASSET",
                        "classes[0].max-slippage-bps=25",
                        "classes[0].slippage-alert-bps=7",
                        "symbols[0].symbol=BTC-USD",
                        "symbols[0].collar-bps=100");
        publish("100", NOW);

        assertThat(said(desk(config).check(order("1", "101"), BITCOIN, NOW)))
                .isEqualTo("price-collar 101 101");
        assertThat(new RiskRules(config, SYMBOLS).prices(order("1", "1"), BITCOIN).maxSlippageBps())
                .isEqualTo(25);
        assertThat(
                        new RiskRules(config, SYMBOLS)
                                .prices(order("1", "1"), BITCOIN)
                                .slippageAlertBps())
                .isEqualTo(7);
    }

    @Test
    @Proves("H1")
    void anAccountTradesSmallUntilItsRampIsLifted() {
        RiskDesk desk = desk(RiskConfigs.of());
        assertThat(said(desk.check(order("1", "1000"), BITCOIN, NOW))).isEqualTo("passed");
        assertThat(said(desk.check(order("1", "1000.01"), BITCOIN, NOW)))
                .isEqualTo("ramp-order-notional 1000 1000.01");

        RampLift lift = new RampLift(5, "ann", NOW);
        assertThat(books.ramp().lift(FUND, MAIN, lift)).isEqualTo(lift);

        Verdict verdict = desk.check(order("1", "10000"), BITCOIN, NOW);
        assertThat(((Verdict.Passed) verdict).checks())
                .contains(
                        new RiskCheck(
                                "ramp", "lifted by ann at 2026-11-02T10:00:00Z", "5 clean days"));
        assertThat(said(desk.check(order("1", "10000.01"), BITCOIN, NOW)))
                .isEqualTo("max-order-notional 10000 10000.01");
    }

    @Test
    void withoutARampNothingNeedsALift() {
        assertThat(
                        said(
                                desk(RiskConfigs.of("ramp.enabled=false"))
                                        .check(order("1", "10000"), BITCOIN, NOW)))
                .isEqualTo("passed");
    }

    @Test
    @Proves("X57")
    void aRuleAboutAnUnknownInstrumentFailsTheStart() {
        assertThatThrownBy(() -> rules("restricted[0].symbol=BTCUSDT"))
                .hasMessageContaining("BTCUSDT");
        assertThatThrownBy(() -> rules("symbols[0].symbol=btc-usd"))
                .hasMessageContaining("btc-usd");
        assertThatThrownBy(() -> rules("accounts[0].account=fund/main", "accounts[0].symbols=XYZ"))
                .hasMessageContaining("XYZ");
    }

    @Test
    void rulesThatContradictThemselvesFailTheStart() {
        assertThatThrownBy(() -> rules("collar-bps=10000")).hasMessageContaining("collar");
        assertThatThrownBy(() -> rules("accounts[0].account=fund/main", "accounts[0].capital=1"))
                .hasMessageContaining("expected both or neither");
        assertThatThrownBy(() -> rules("exchange.open=17:00")).hasMessageContaining("17:00");
    }

    private static void rules(String... lines) {
        var _ = new RiskRules(RiskConfigs.of(lines), SYMBOLS);
    }

    private RiskDesk desk(RiskConfig config) {
        return new RiskDesk(
                config,
                new RiskRules(config, SYMBOLS),
                new RampCheck(config, books.ramp()),
                new RecentReferences(config, books.references()),
                SYMBOLS);
    }

    private Limits limits(RiskConfig config) {
        Verdict verdict = desk(config).check(order("0.01", "1"), BITCOIN, NOW);
        return ((Verdict.Passed) verdict).limits();
    }

    private String check(RiskConfig config) {
        return said(desk(config).check(order("1", "100"), BITCOIN, NOW));
    }

    private static String said(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "passed";
            case Verdict.Denied(var denial) ->
                    "%s %s %s"
                            .formatted(
                                    denial.code(),
                                    denial.limit().orElse("-"),
                                    denial.actual().orElse("-"));
        };
    }

    private void publish(String price, Instant at) {
        books.references().publish(BTC, Requests.price(price, at));
    }

    private static NewOrder order(String quantity, String price) {
        return limit("o", Side.BUY, quantity, price);
    }
}
