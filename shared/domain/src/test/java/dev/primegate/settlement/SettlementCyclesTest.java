package dev.primegate.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.proof.Proves;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementCyclesTest {
    private final SettlementCycles cycles = SettlementCycles.standard(Calendars.standard());

    @ParameterizedTest
    @CsvSource({
        // The change to T+1: old and new rule meet on one day, with Memorial Day between.
        "EQUITY, XNYS, 2024-05-23, 2024-05-28",
        "EQUITY, XNYS, 2024-05-24, 2024-05-29",
        "EQUITY, XNYS, 2024-05-28, 2024-05-29",
        "ETF, XNYS, 2024-05-24, 2024-05-29",
        "ETF, XNYS, 2024-05-28, 2024-05-29",
        // Weekends, holidays of the exchange, half days.
        "EQUITY, XNYS, 2026-11-02, 2026-11-03",
        "EQUITY, XNYS, 2026-11-06, 2026-11-09",
        "EQUITY, XNYS, 2026-11-25, 2026-11-27",
        "EQUITY, XNYS, 2026-11-27, 2026-11-30",
        "EQUITY, XNYS, 2026-12-24, 2026-12-28",
        "EQUITY, XNYS, 2026-12-31, 2027-01-04",
        "EQUITY, XNYS, 2025-01-08, 2025-01-10",
        "EQUITY, XNYS, 2026-07-02, 2026-07-06",
        "EQUITY, XNYS, 2026-04-02, 2026-04-06",
        // Banks are closed and the exchange is open: two days of trades settle together.
        "EQUITY, XNYS, 2026-10-09, 2026-10-13",
        "EQUITY, XNYS, 2026-10-12, 2026-10-13",
        "EQUITY, XNYS, 2026-11-10, 2026-11-12",
        "EQUITY, XNYS, 2026-11-11, 2026-11-12",
        "OPTION, XNYS, 2024-05-24, 2024-05-28",
        "OPTION, XNYS, 2026-11-06, 2026-11-09",
        "FUTURE, XNYS, 2026-11-06, 2026-11-09",
        // Europe, before and after 2027-10-11.
        "EQUITY, XPAR, 2026-11-05, 2026-11-09",
        "EQUITY, XPAR, 2027-10-07, 2027-10-11",
        "EQUITY, XPAR, 2027-10-08, 2027-10-12",
        "EQUITY, XPAR, 2027-10-11, 2027-10-12",
        "ETF, XPAR, 2027-10-08, 2027-10-12",
        "EQUITY, XPAR, 2026-04-01, 2026-04-07",
        "EQUITY, XPAR, 2026-04-30, 2026-05-05",
        "EQUITY, XPAR, 2026-12-23, 2026-12-28",
        "EQUITY, XLON, 2027-10-08, 2027-10-12",
        "EQUITY, XLON, 2027-10-11, 2027-10-12",
        "EQUITY, XLON, 2026-08-27, 2026-09-01",
        "EQUITY, XLON, 2026-12-24, 2026-12-30",
        "EQUITY, XLON, 2023-05-04, 2023-05-09",
        "EQUITY, XSWX, 2026-05-12, 2026-05-15",
        "EQUITY, XSWX, 2027-10-08, 2027-10-12",
        "EQUITY, XSWX, 2027-10-11, 2027-10-12",
        "EQUITY, XSWX, 2026-12-30, 2027-01-05",
    })
    @Proves({"B1", "B2", "X56"})
    void listedTradesSettleByTheRowThatHoldsOnTheTradeDate(
            AssetClass assetClass, Market market, LocalDate traded, LocalDate settles) {
        assertThat(
                        cycles.settlementDate(
                                instrument(assetClass, "XYZ", "USD"),
                                Optional.of(market),
                                traded,
                                Optional.empty()))
                .contains(settles);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, USD, 2026-11-02, 2026-11-04",
        "EUR, USD, 2026-11-05, 2026-11-09",
        // A holiday of the dollar counts as a day between, and is never the date itself.
        "EUR, USD, 2026-11-10, 2026-11-12",
        "EUR, USD, 2026-11-09, 2026-11-12",
        "EUR, GBP, 2026-11-09, 2026-11-12",
        "EUR, USD, 2026-12-23, 2026-12-28",
        "EUR, USD, 2026-04-01, 2026-04-07",
        "GBP, USD, 2026-08-27, 2026-09-01",
        "USD, JPY, 2026-09-17, 2026-09-24",
        "USD, CHF, 2026-05-12, 2026-05-15",
        "EUR, JPY, 2026-05-01, 2026-05-08",
        // One day for the neighbour, whichever is named first; two for its crosses.
        "USD, CAD, 2026-11-02, 2026-11-03",
        "CAD, USD, 2026-11-02, 2026-11-03",
        "USD, CAD, 2026-10-09, 2026-10-13",
        "GBP, CAD, 2026-11-02, 2026-11-04",
    })
    @Proves({"B1", "X56"})
    void spotSettlesWhenBothCurrenciesAreOpen(
            String base, String quote, LocalDate traded, LocalDate settles) {
        assertThat(
                        cycles.settlementDate(
                                instrument(AssetClass.FX_SPOT, base, quote),
                                Optional.empty(),
                                traded,
                                Optional.empty()))
                .contains(settles);
    }

    @Test
    @Proves("B3")
    void digitalAssetsSettleOnTheDayUnlessCreditSaysOtherwise() {
        Instrument bitcoin = instrument(AssetClass.DIGITAL_ASSET, "BTC", "USD");
        LocalDate saturday = LocalDate.parse("2026-11-07");
        LocalDate due = LocalDate.parse("2026-11-10");

        assertThat(cycles.settlementDate(bitcoin, Optional.empty(), saturday, Optional.empty()))
                .contains(saturday);
        assertThat(cycles.settlementDate(bitcoin, Optional.empty(), saturday, Optional.of(due)))
                .contains(due);
    }

    @Test
    @Proves("B1")
    void whatNoRowCoversHasNoDate() {
        LocalDate traded = LocalDate.parse("2026-11-02");

        assertThat(
                        cycles.settlementDate(
                                instrument(AssetClass.EQUITY, "XYZ", "USD"),
                                Optional.empty(),
                                traded,
                                Optional.empty()))
                .isEmpty();
        assertThat(
                        cycles.settlementDate(
                                instrument(AssetClass.FX_SPOT, "USD", "TRY"),
                                Optional.empty(),
                                traded,
                                Optional.empty()))
                .isEmpty();
        assertThat(
                        cycles.settlementDate(
                                instrument(AssetClass.EQUITY, "XYZ", "EUR"),
                                Optional.of(Market.XPAR),
                                LocalDate.parse("2014-10-03"),
                                Optional.empty()))
                .isEmpty();
    }

    private static Instrument instrument(AssetClass assetClass, String base, String quote) {
        return new Instrument(
                new Symbol(base + "-" + quote),
                assetClass,
                new Asset(base),
                new Asset(quote),
                Decimal10.ONE,
                Decimal10.ONE);
    }
}
