package dev.primegate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.proof.Proves;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfitTest {
    private static final Asset USD = new Asset("USD");
    private static final Profit NONE = Profit.none(USD);

    @Test
    void whatWasSoldForLessWhatItCostAndWhatIsLeftAtItsMark() {
        Position half = position("2", "200", "1", "150");

        assertThat(NONE.plus(half, Price.of("90"), Decimal10.ONE).low()).isEqualTo(usd("40"));
        assertThat(NONE.plus(position("0", "0", "2", "200"), Price.of("90"), Decimal10.ONE).low())
                .isEqualTo(usd("20"));
    }

    @Test
    @Proves("H4")
    void itIsRoundedOnceDownForWhatIsLeftAndUpForThePeak() {
        Position dust = position("0.0000000001", "0", "0", "0");
        Profit one = NONE.plus(dust, Price.of("0.3"), Decimal10.ONE);
        assertThat(one.low()).isEqualTo(usd("0"));
        assertThat(one.high()).isEqualTo(usd("0.0000000001"));

        Profit four = one;
        for (int i = 0; i < 3; i++) {
            four = four.plus(dust, Price.of("0.3"), Decimal10.ONE);
        }
        assertThat(four.low()).isEqualTo(usd("0.0000000001"));
        assertThat(four.high()).isEqualTo(usd("0.0000000002"));

        Position debt = position("0", "0", "0.0000000001", "0");
        assertThat(NONE.plus(debt, Price.of("0.3"), Decimal10.ONE).low())
                .isEqualTo(usd("-0.0000000001"));
        assertThat(NONE.plus(debt, Price.of("0.3"), Decimal10.ONE).high()).isEqualTo(usd("0"));
    }

    @Test
    void itIsOfOneCurrencyByTheRateOfTheQuoteAsset() {
        Position loss = position("1", "100", "1", "90");

        assertThat(NONE.plusClosed(loss, Decimal10.of("1.1")).low()).isEqualTo(usd("-11"));
        assertThatThrownBy(() -> NONE.plusClosed(position("1", "1", "0", "0"), Decimal10.ONE))
                .hasMessageContaining("expected nothing left");
    }

    @Test
    void whatIsTakenOverMakesNothingAtItsCost() {
        PositionId id =
                new PositionId(
                        new Tenant("fund"),
                        new Account("main"),
                        new BrokerId("coinbase-prime"),
                        new Symbol("BTC-USD"));
        Position opening =
                Position.moved(id, Decimal10.of("2"), Decimal10.of("180"), Optional.empty());

        assertThat(NONE.plus(opening, Price.of("90"), Decimal10.ONE).low()).isEqualTo(usd("0"));
        assertThat(NONE.plus(opening, Price.of("91"), Decimal10.ONE).low()).isEqualTo(usd("2"));
    }

    private static Position position(
            String bought, String boughtValue, String sold, String soldValue) {
        return new Position(
                new BrokerId("coinbase-prime"),
                new Symbol("BTC-USD"),
                Decimal10.of(bought),
                Decimal10.of(boughtValue),
                Decimal10.of(sold),
                Decimal10.of(soldValue));
    }

    private static Money usd(String amount) {
        return new Money(Decimal10.of(amount), USD);
    }
}
