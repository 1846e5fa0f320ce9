package dev.primegate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Outlier.Finding;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlierTest {
    private static final Instant TRADED = Instant.parse("2026-11-02T10:00:00Z");

    @ParameterizedTest
    @Proves("H3")
    @CsvSource({
        "100, 109.99, false",
        "100, 110, true",
        "100, 90.01, false",
        "100, 90, true",
        "100, 1000, true",
        "0.0000000003, 0.0000000003, false",
        "0.0000000003, 0.0000000004, true",
        "33.3333333333, 36.6666666666, false",
        "33.3333333333, 36.6666666667, true"
    })
    void tenPercentIsFarAndLessIsNear(String reference, String traded, boolean far) {
        Finding finding = Outlier.judge(at(traded), reference(reference, TRADED));

        assertThat(finding instanceof Finding.Far).isEqualTo(far);
        assertThat(finding).isNotInstanceOf(Finding.Off.class);
    }

    @Test
    @Proves({"H3", "X34"})
    void aReferenceOfAnotherTimeIsNone() {
        assertThat(Outlier.judge(at("1"), Optional.empty())).isEqualTo(new Finding.Off());
        assertThat(Outlier.judge(at("1"), reference("100", TRADED.minusMillis(15_001))))
                .isEqualTo(new Finding.Off());
        assertThat(Outlier.judge(at("1"), reference("100", TRADED.plusMillis(15_001))))
                .isEqualTo(new Finding.Off());
        assertThat(Outlier.judge(at("1"), reference("100", TRADED.minusMillis(15_000))))
                .isEqualTo(new Finding.Far(Price.of("1"), Price.of("100")));
    }

    private static Optional<Reference> reference(String price, Instant at) {
        return Optional.of(new Reference(Price.of(price), at));
    }

    private static Execution at(String price) {
        return new Execution(
                new ExecId("e"),
                new Symbol("BTC-USD"),
                Side.BUY,
                Quantity.of("1"),
                Price.of(price),
                Optional.empty(),
                TRADED,
                Optional.empty(),
                "00");
    }
}
