package dev.primegate.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.proof.Proves;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Decimal10Test {
    private static final long SEED = 20261121;

    @Test
    @Proves("D2")
    void everyWireFormComesBackAsItWas() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            int scale = random.nextInt(11);
            BigDecimal value = new BigDecimal(integer(random, 38 - 10 + scale), scale);
            String text = value.toPlainString();

            Decimal10 read = Decimal10.of(text);

            assertThat(read.toBigDecimal()).isEqualByComparingTo(value);
            assertThat(Decimal10.of(read.toString())).as("seed %d", SEED).isEqualTo(read);
            assertThat(read.toString()).doesNotContain("E").doesNotEndWith(".");
        }
    }

    @Test
    @Proves({"D3", "X58"})
    void aMillionSumsAndProductsAgreeWithBigDecimal() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000_000; i++) {
            Decimal10 one = new Decimal10(integer(random, 23));
            Decimal10 other = new Decimal10(integer(random, 23));
            BigDecimal a = one.toBigDecimal();
            BigDecimal b = other.toBigDecimal();

            check(one.plus(other), a.add(b));
            check(one.minus(other), a.subtract(b));
            check(
                    one.times(other, RoundingMode.HALF_EVEN),
                    a.multiply(b).setScale(10, RoundingMode.HALF_EVEN));
        }
    }

    /** Not AssertJ's: a million of those take minutes. */
    private static void check(Decimal10 found, BigDecimal expected) {
        if (found.toBigDecimal().compareTo(expected) != 0) {
            throw new AssertionError(
                    "expected " + expected + ", found " + found + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @Proves("X58")
    @ValueSource(
            strings = {
                "",
                " ",
                "1e3",
                "1E-10",
                "NaN",
                "Infinity",
                "-",
                "+1",
                "1.",
                ".5",
                "1,000",
                "0x1",
                "1.00000000001",
                "１",
                "1 ",
                " 1",
                "--1",
                "1.2.3",
                "99999999999999999999999999999",
                "1\n"
            })
    void whatIsNoPlainDecimalIsRefused(String text) {
        assertThatThrownBy(() -> Decimal10.of(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    @Proves({"X58", "X43"})
    void whatDynamoDbCouldNotHoldCannotBeBuilt() {
        Decimal10 most = Decimal10.of("9999999999999999999999999999.9999999999");

        assertThatThrownBy(() -> most.plus(Decimal10.of("0.0000000001")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(most, RoundingMode.DOWN))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1825.6099999998417653, 1825.6099999998, 0.0000000000417653",
        "1e-3,                  0.001,           0.000",
        "0.00000000005,         0,               0.00000000005",
        "0.00000000015,         0.0000000002,    -0.00000000005",
        "12,                    12,              0"
    })
    @Proves("D2")
    void aBrokersNumberKeepsWhatRoundingTook(String raw, String value, BigDecimal residue) {
        Decimal10.Rounded read = Decimal10.read(raw);

        assertThat(read.value()).isEqualTo(Decimal10.of(value));
        assertThat(read.residue()).isEqualByComparingTo(residue);
        assertThat(read.raw()).isEqualTo(raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1e999", "NaN", "1_000", "0x10"})
    void whatIsNoNumberOfABrokerIsRefused(String raw) {
        assertThatThrownBy(() -> Decimal10.read(raw)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aShareIsRoundedOnce() {
        Decimal10 third =
                Decimal10.of("100").share(Decimal10.ONE, Decimal10.of("3"), RoundingMode.CEILING);

        assertThat(third).isEqualTo(Decimal10.of("33.3333333334"));
    }

    private static BigInteger integer(SplittableRandom random, int digits) {
        int length = 1 + random.nextInt(digits);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
        for (int i = 0; i < length; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return new BigInteger(text.toString());
    }
}
