package dev.primegate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Price;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Outlier.Finding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlierTest {
    private static final BrokerId BROKER = new BrokerId("coinbase-prime");
    private static final BrokerId EXCHANGE = new BrokerId("exchange");
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
        Finding finding = judge(traded, reference(reference, TRADED, EXCHANGE));

        assertThat(finding instanceof Finding.Far).isEqualTo(far);
        assertThat(finding).isNotInstanceOf(Finding.Off.class);
    }

    @Test
    @Proves({"H3", "X34"})
    void aReferenceOfAnotherTimeIsNone() {
        Reference old = reference("100", TRADED.minusMillis(15_001), EXCHANGE);
        Reference early = reference("100", TRADED.plusMillis(15_001), EXCHANGE);
        Reference nearby = reference("100", TRADED.minusMillis(15_000), EXCHANGE);

        assertThat(judge("1")).isEqualTo(new Finding.Off("no reference"));
        assertThat(judge("1", old)).isEqualTo(new Finding.Off("no fresh reference"));
        assertThat(judge("1", early)).isEqualTo(new Finding.Off("no fresh reference"));
        assertThat(judge("1", nearby)).isEqualTo(new Finding.Far(Price.of("1"), nearby));
    }

    @Test
    @Proves("H3")
    void whoSaysAPriceIsNoWitnessOfItAndOfSeveralTheNearestInTimeIs() {
        Reference own = reference("1", TRADED, BROKER);
        Reference near = reference("100", TRADED.plusSeconds(1), EXCHANGE);
        Reference later = reference("1", TRADED.plusSeconds(2), new BrokerId("another"));

        assertThat(judge("1", own))
                .isEqualTo(new Finding.Off("no reference but coinbase-prime's own"));
        assertThat(judge("1", own, later, near)).isEqualTo(new Finding.Far(Price.of("1"), near));
        assertThat(Outlier.off(TRADED, BROKER, List.of(own)))
                .contains("no reference but coinbase-prime's own");
        assertThat(Outlier.off(TRADED, BROKER, List.of(own, near))).isEmpty();
    }

    private static Finding judge(String said, Reference... references) {
        return Outlier.judge(Price.of(said), TRADED, BROKER, List.of(references));
    }

    private static Reference reference(String price, Instant at, BrokerId source) {
        return new Reference(Price.of(price), at, source);
    }
}
