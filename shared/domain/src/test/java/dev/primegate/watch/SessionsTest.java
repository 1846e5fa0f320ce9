package dev.primegate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.settlement.Calendars;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");

    private final Sessions sessions =
            new Sessions(
                    SymbolMaster.parse(
                            """
                            symbol,assetClass,base,quote,quantityStep,priceStep,aliases
                            BTC-USD,DIGITAL_ASSET,BTC,USD,0.00000001,0.01,
                            ABC,EQUITY,ABC,USD,1,0.01,
                            """),
                    Calendars.standard());

    @Test
    void aShareTradesWhenItsExchangeIsOpen() {
        assertThat(sessions.of(new Symbol("ABC")).isOpenAt(MONDAY)).isTrue();
        assertThat(sessions.of(new Symbol("ABC")).isOpenAt(SUNDAY)).isFalse();
    }

    @Test
    void coinsAndWhatNobodyKnowsAlwaysDo() {
        assertThat(sessions.of(new Symbol("BTC-USD")).isOpenAt(SUNDAY)).isTrue();
        assertThat(sessions.of(new Symbol("WHO")).isOpenAt(SUNDAY)).isTrue();
    }
}
