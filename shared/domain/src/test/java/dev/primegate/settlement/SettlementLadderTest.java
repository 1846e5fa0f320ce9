package dev.primegate.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import dev.primegate.settlement.SettlementLadder.Rung;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettlementLadderTest {
    private static final Asset USD = new Asset("USD");
    private static final Asset EUR = new Asset("EUR");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);

    @Test
    @Proves("B4")
    void eachCurrencyIsAddedUpDayByDay() {
        SettlementLadder ladder =
                SettlementLadder.of(
                        List.of(
                                due(THURSDAY, "-30", USD),
                                due(MONDAY, "-100.0000000001", USD),
                                due(MONDAY, "40", USD),
                                due(TUESDAY, "7", EUR)),
                        Map.of(USD, Decimal10.of("100")));

        assertThat(ladder.rungs())
                .containsExactly(
                        rung(TUESDAY, EUR, "7", "7"),
                        rung(MONDAY, USD, "-60.0000000001", "39.9999999999"),
                        rung(THURSDAY, USD, "-30", "9.9999999999"));
        assertThat(ladder.shortUntil(THURSDAY)).isEmpty();
    }

    @Test
    @Proves("B4")
    void aShortfallIsSeenADayAheadAndNotEarlierThanAsked() {
        SettlementLadder ladder =
                SettlementLadder.of(
                        List.of(due(TUESDAY, "-100.0000000001", USD), due(THURSDAY, "500", USD)),
                        Map.of(USD, Decimal10.of("100")));

        assertThat(ladder.shortUntil(MONDAY)).isEmpty();
        assertThat(ladder.shortUntil(TUESDAY))
                .containsExactly(rung(TUESDAY, USD, "-100.0000000001", "-0.0000000001"));
    }

    @Test
    @Proves("B4")
    void whatIsExactlyEnoughIsEnoughAndAnUnnamedCurrencyHasNothing() {
        assertThat(
                        SettlementLadder.of(
                                        List.of(due(TUESDAY, "-100", USD)),
                                        Map.of(USD, Decimal10.of("100")))
                                .shortUntil(TUESDAY))
                .isEmpty();
        assertThat(
                        SettlementLadder.of(List.of(due(TUESDAY, "-1", EUR)), Map.of())
                                .shortUntil(TUESDAY))
                .hasSize(1);
    }

    @Test
    void moneyOfOneDayDoesNotPayForTheDayBefore() {
        SettlementLadder ladder =
                SettlementLadder.of(
                        List.of(due(MONDAY, "-10", USD), due(TUESDAY, "10", USD)), Map.of());

        assertThat(ladder.shortUntil(TUESDAY)).containsExactly(rung(MONDAY, USD, "-10", "-10"));
    }

    private static Obligation due(LocalDate day, String amount, Asset asset) {
        return new Obligation(day, new Money(Decimal10.of(amount), asset), "test");
    }

    private static Rung rung(LocalDate day, Asset asset, String net, String left) {
        return new Rung(day, asset, Decimal10.of(net), Decimal10.of(left));
    }
}
