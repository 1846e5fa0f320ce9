package dev.primegate.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.proof.Proves;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CapTest {
    private static final Cap CAP = worth("1000", "250000", "50000");

    @Test
    @Proves("J2")
    void moneyBecomesUnitsAtTheMarkRoundedDown() {
        assertThat(CAP.amount()).isEqualTo(Decimal10.of("5"));
        assertThat(worth("1000", "250000", "60000").amount())
                .isEqualTo(Decimal10.of("4.1666666666"));
        assertThat(CAP.isConcentration()).isTrue();
    }

    @Test
    void theLowerOfUnitsAndMoneyHolds() {
        Cap cap = worth("3", "250000", "50000");

        assertThat(cap).isEqualTo(Cap.of(Quantity.of("3")));
        assertThat(cap.isConcentration()).isFalse();
    }

    @Test
    void aCapOfAnotherMarkStandsWhileThatIsWithinOnePercent() {
        assertThat(CAP.tolerates(worth("1000", "250000", "50500").amount())).isTrue();
        assertThat(CAP.tolerates(worth("1000", "250000", "49500").amount())).isTrue();
        assertThat(CAP.tolerates(worth("1000", "250000", "50501").amount())).isFalse();
        assertThat(CAP.tolerates(worth("1000", "250000", "49499").amount())).isFalse();
    }

    @Test
    void unitsTolerateNothingElse() {
        assertThat(Cap.of(Quantity.of("5")).tolerates(Decimal10.of("5"))).isTrue();
        assertThat(Cap.of(Quantity.of("5")).tolerates(Decimal10.of("5.0000000001"))).isFalse();
        assertThat(worth("5.01", "250000", "50000").tolerates(Decimal10.of("5.02"))).isFalse();
    }

    @Test
    void theDustiestMarkLeavesTheUnits() {
        assertThat(worth("7", "9999999999999999999999999999", "0.00000000000000000001"))
                .isEqualTo(Cap.of(Quantity.of("7")));
    }

    @Test
    void windowsFollowOneAnotherOnTheClock() {
        MessageRate rate = new MessageRate(5, Duration.ofSeconds(60));

        assertThat(rate.begin(Instant.parse("2026-11-02T10:00:59.999Z")))
                .isEqualTo(Instant.parse("2026-11-02T10:00:00Z"));
        assertThat(rate.begin(Instant.parse("2026-11-02T10:01:00Z")))
                .isEqualTo(Instant.parse("2026-11-02T10:01:00Z"));
        assertThatThrownBy(() -> new MessageRate(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MessageRate(1, Duration.ofMillis(1500)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Cap worth(String units, String money, String mark) {
        return Cap.of(Quantity.of(units)).worth(Decimal10.of(money), new BigDecimal(mark));
    }
}
