package dev.primegate.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.AssetClass;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeDatesTest {
    private final Calendars calendars = Calendars.standard();

    @ParameterizedTest
    @CsvSource({
        // Digital: the UTC date, to the last microsecond, weekends included.
        "DIGITAL_ASSET, XNYS, 2026-11-02T23:59:59.999999Z, 2026-11-02",
        "DIGITAL_ASSET, XNYS, 2026-11-03T00:00:00Z, 2026-11-03",
        "DIGITAL_ASSET, XNYS, 2026-11-07T23:59:59.999999Z, 2026-11-07",
        "DIGITAL_ASSET, XNYS, 2028-02-29T23:59:59.999999Z, 2028-02-29",
        "DIGITAL_ASSET, XNYS, 2026-12-31T23:59:59.999999Z, 2026-12-31",
        // Currencies: 17:00 in New York, which is 21:00 or 22:00 UTC.
        "FX_SPOT, XNYS, 2026-10-29T20:59:59.999999Z, 2026-10-29",
        "FX_SPOT, XNYS, 2026-10-29T21:00:00Z, 2026-10-30",
        "FX_SPOT, XNYS, 2026-11-02T21:59:59.999999Z, 2026-11-02",
        "FX_SPOT, XNYS, 2026-11-02T22:00:00Z, 2026-11-03",
        "FX_SPOT, XNYS, 2026-11-06T21:59:59.999999Z, 2026-11-06",
        "FX_SPOT, XNYS, 2026-11-06T22:00:00Z, 2026-11-09",
        "FX_SPOT, XNYS, 2026-11-08T22:30:00Z, 2026-11-09",
        // The day on which summer time ends, and the one on which it begins.
        "FX_SPOT, XNYS, 2026-11-01T22:00:00Z, 2026-11-02",
        "FX_SPOT, XNYS, 2027-03-15T20:59:59.999999Z, 2027-03-15",
        "FX_SPOT, XNYS, 2027-03-15T21:00:00Z, 2027-03-16",
        // Listed: the date on the exchange's wall, before and after midnight there.
        "EQUITY, XNYS, 2026-11-03T00:30:00Z, 2026-11-02",
        "EQUITY, XNYS, 2026-11-03T04:59:59.999999Z, 2026-11-02",
        "EQUITY, XNYS, 2026-11-03T05:00:00Z, 2026-11-03",
        "EQUITY, XNYS, 2026-10-30T03:59:59.999999Z, 2026-10-29",
        "EQUITY, XNYS, 2026-10-30T04:00:00Z, 2026-10-30",
        "EQUITY, XPAR, 2026-11-02T22:59:59.999999Z, 2026-11-02",
        "EQUITY, XPAR, 2026-11-02T23:00:00Z, 2026-11-03",
        "EQUITY, XLON, 2026-07-01T22:59:59.999999Z, 2026-07-01",
        "EQUITY, XLON, 2026-07-01T23:00:00Z, 2026-07-02",
    })
    @Proves({"I2", "X56"})
    void aSecondMovesATradeToAnotherDayExactlyWhereItsMarketSays(
            AssetClass assetClass, Market market, Instant time, LocalDate day) {
        assertThat(TradeDates.usual(assetClass, calendars, market).of(time)).isEqualTo(day);
    }
}
