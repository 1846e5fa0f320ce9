package dev.primegate.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.proof.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolMasterTest {
    private static final BrokerId KRAKEN = new BrokerId("kraken");
    private static final String HEAD =
            "symbol,assetClass,base,quote,quantityStep,priceStep,aliases\n";
    private static final String BTC =
            "BTC-USD,DIGITAL_ASSET,BTC,USD,0.00000001,0.01,kraken:XBT/USD\n";

    @ParameterizedTest
    @Proves("I4")
    @ValueSource(strings = {"BTC-USD", "BTC/USD", "BTCUSD"})
    void everyUsualSpellingLeadsToOneInstrument(String spelling) {
        assertThat(SymbolMaster.standard().resolve(spelling))
                .map(Instrument::symbol)
                .contains(new Symbol("BTC-USD"));
    }

    @Test
    @Proves({"I4", "X57"})
    void anAliasHoldsForItsBrokerOnly() {
        SymbolMaster master = SymbolMaster.parse(HEAD + BTC);

        assertThat(master.resolve(KRAKEN, "XBT/USD")).isPresent();
        assertThat(master.resolve("XBT/USD")).isEmpty();
        assertThat(master.resolve(new BrokerId("falconx"), "XBT/USD")).isEmpty();
    }

    @ParameterizedTest
    @Proves({"I4", "X57"})
    @ValueSource(
            strings = {"btc-usd", "BTC_USD", "BTC-USD ", "BТC-USD", "DOGE-USD", "", "BTC-USD\n"})
    void anUnknownSpellingLeadsNowhere(String spelling) {
        assertThat(SymbolMaster.standard().resolve(spelling)).isEmpty();
    }

    @Test
    void aSpellingThatWouldMeanTwoThingsIsRefused() {
        String other = "BTCU-SD,DIGITAL_ASSET,BTCU,SD,1,1,\n";

        assertThatThrownBy(() -> SymbolMaster.parse(HEAD + BTC + other))
                .hasMessage("BTCUSD would mean both BTC-USD and BTCU-SD");
    }

    @Test
    void aRowOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> SymbolMaster.parse(HEAD + "BTC-USD,DIGITAL_ASSET\n"))
                .hasMessageStartingWith("expected 7 cells, found 2");
    }
}
