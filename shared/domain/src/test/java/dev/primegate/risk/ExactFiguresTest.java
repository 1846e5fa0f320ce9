package dev.primegate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Instrument;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Orders;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The figures of random orders, worked out again in fractions that are never rounded. */
class ExactFiguresTest {
    private static final Decimal10 DUST = Decimal10.of("0.0000000001");
    private static final Instrument ANY =
            new Instrument(
                    Orders.BTC,
                    AssetClass.DIGITAL_ASSET,
                    new Asset("BTC"),
                    new Asset("USD"),
                    DUST,
                    DUST);
    private static final Limits WIDE =
            new Limits(
                    Quantity.of("99999999999999"),
                    Decimal10.of("999999999999999999999999"),
                    Decimal10.ZERO,
                    0,
                    Cap.of(Quantity.NONE),
                    Cap.of(Quantity.NONE),
                    List.of());
    private static final long SEEDS = 5_000;
    private static final BigDecimal UNIT = DUST.toBigDecimal();

    @Test
    @Proves("X58")
    void theCollarIsExactToTheLastDigit() {
        LongStream.range(0, SEEDS).forEach(ExactFiguresTest::collar);
    }

    @Test
    @Proves("X58")
    void aReservationCoversTheWorstByLessThanOneUnit() {
        LongStream.range(0, SEEDS).forEach(ExactFiguresTest::reservation);
    }

    @Test
    @Proves("X58")
    void cashCoversWhatItCouldMoveByLessThanOneUnit() {
        LongStream.range(0, SEEDS).forEach(ExactFiguresTest::cash);
    }

    @Test
    @Proves({"X58", "J2"})
    void aCapIsTheMostUnitsThatTheMoneyBuys() {
        LongStream.range(0, SEEDS).forEach(ExactFiguresTest::cap);
    }

    private static void collar(long seed) {
        Random random = new Random(seed);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        int bps = 1 + random.nextInt(9_999);
        BigInteger reference = units(random, 20).add(BigInteger.TEN.pow(6));
        int through = side == Side.BUY ? 10_000 + bps : 10_000 - bps;
        // Near the bound: that is where a rounding would show.
        BigInteger limit =
                reference
                        .multiply(BigInteger.valueOf(through))
                        .divide(BigInteger.valueOf(10_000))
                        .add(BigInteger.valueOf(random.nextInt(5) - 2L))
                        .max(BigInteger.ONE);
        NewOrder order = limit(side, "1", price(limit));

        Verdict verdict =
                new PreTrade(
                                ANY,
                                WIDE,
                                new PriceRules(bps, 1, 50, true),
                                Optional.of(price(reference)),
                                Optional.of(Decimal10.ONE))
                        .check(order);

        int apart =
                limit.multiply(BigInteger.valueOf(10_000))
                        .compareTo(reference.multiply(BigInteger.valueOf(through)));
        boolean far = side == Side.BUY ? apart >= 0 : apart <= 0;
        assertThat(verdict instanceof Verdict.Denied(var d) && d.code().equals("price-collar"))
                .as("seed %d: %s %s, reference %s, %d bps", seed, side, limit, reference, bps)
                .isEqualTo(far);
    }

    private static void reservation(long seed) {
        Random random = new Random(seed);
        BigDecimal price = new BigDecimal(units(random, 16), 10);
        BigDecimal quantity = new BigDecimal(units(random, 16), 10);
        BigDecimal rate = new BigDecimal(units(random, 11), 10);
        int bps = 1 + random.nextInt(500);
        boolean market = random.nextBoolean();
        NewOrder order =
                with(
                        quantity.toPlainString(),
                        market
                                ? new OrderTerms.Market(bps, Optional.empty())
                                : new OrderTerms.Limit(price(price), Optional.empty()));

        Verdict verdict = check(order, price, rate);

        BigDecimal exact = price.multiply(quantity).multiply(rate);
        BigDecimal worst =
                market
                        ? exact.multiply(BigDecimal.valueOf(10_000 + bps))
                                .divide(BigDecimal.valueOf(10_000))
                        : exact;
        BigDecimal reserved = ((Verdict.Passed) verdict).reservation().notional().toBigDecimal();
        assertThat(reserved).as("seed %d", seed).isBetween(worst, worst.add(UNIT));
        assertThat(reserved.subtract(worst)).as("seed %d", seed).isLessThan(UNIT);
    }

    private static void cash(long seed) {
        Random random = new Random(seed);
        BigDecimal price = new BigDecimal(units(random, 14).add(BigInteger.TEN.pow(6)), 10);
        BigDecimal cash = new BigDecimal(units(random, 16), 10);
        NewOrder order =
                new NewOrderOf(Orders.request("c", Side.BUY, new OrderSize.Cash(exactly(cash))))
                        .with(new OrderTerms.Market(1, Optional.empty()));

        Verdict.Passed passed = (Verdict.Passed) check(order, price, BigDecimal.ONE);

        BigDecimal lowest = price.multiply(new BigDecimal("0.9"));
        BigDecimal quantity = passed.reservation().quantity().amount().toBigDecimal();
        assertThat(quantity.multiply(lowest)).as("seed %d", seed).isGreaterThanOrEqualTo(cash);
        assertThat(quantity.subtract(UNIT).multiply(lowest)).as("seed %d", seed).isLessThan(cash);
        assertThat(passed.reservation().notional().toBigDecimal()).isEqualByComparingTo(cash);
    }

    private static void cap(long seed) {
        Random random = new Random(seed);
        BigDecimal mark = new BigDecimal(units(random, 16), 12);
        BigDecimal money = new BigDecimal(units(random, 18), 10);
        BigDecimal units = new BigDecimal(units(random, 18), 10);

        Cap cap = Cap.of(new Quantity(exactly(units))).worth(exactly(money), mark);

        BigDecimal amount = cap.amount().toBigDecimal();
        assertThat(amount.multiply(mark)).as("seed %d", seed).isLessThanOrEqualTo(money);
        assertThat(amount).as("seed %d", seed).isLessThanOrEqualTo(units);
        boolean whole = amount.compareTo(units) == 0;
        assertThat(whole || amount.add(UNIT).multiply(mark).compareTo(money) > 0)
                .as("seed %d", seed)
                .isTrue();
        // What was set at a mark within 1 % stands, what was set further away does not.
        BigDecimal near = mark.multiply(new BigDecimal("1.009"));
        assertThat(cap.tolerates(at(units, money, near))).as("seed %d", seed).isTrue();
        Cap free = Cap.of(Quantity.of("9999999999999999999999")).worth(exactly(money), mark);
        BigDecimal far = mark.multiply(new BigDecimal("0.98"));
        if (free.amount().compareTo(Decimal10.of("0.00001")) > 0) {
            Decimal10 then = at(new BigDecimal("9999999999999999999999"), money, far);
            assertThat(free.tolerates(then)).as("seed %d", seed).isFalse();
        }
    }

    private static Decimal10 at(BigDecimal units, BigDecimal money, BigDecimal mark) {
        return Decimal10.exactly(money.divide(mark, 10, RoundingMode.FLOOR).min(units));
    }

    private static Verdict check(NewOrder order, BigDecimal reference, BigDecimal rate) {
        return new PreTrade(
                        ANY,
                        WIDE,
                        new PriceRules(1_000, 500, 50, true),
                        Optional.of(price(reference)),
                        Optional.of(exactly(rate)))
                .check(order);
    }

    /** From one to {@code digits} digits, each length as likely. */
    private static BigInteger units(Random random, int digits) {
        BigInteger end = BigInteger.TEN.pow(1 + random.nextInt(digits));
        return new BigInteger(end.bitLength() + 16, random).mod(end).max(BigInteger.ONE);
    }

    private static NewOrder limit(Side side, String quantity, Price price) {
        return new NewOrderOf(Orders.request("l", side, new OrderSize.Units(Quantity.of(quantity))))
                .with(new OrderTerms.Limit(price, Optional.empty()));
    }

    private static NewOrder with(String quantity, OrderTerms terms) {
        return new NewOrderOf(Orders.buy("b", quantity)).with(terms);
    }

    private static Price price(BigInteger units) {
        return new Price(new Decimal10(units));
    }

    private static Price price(BigDecimal price) {
        return new Price(exactly(price));
    }

    private static Decimal10 exactly(BigDecimal number) {
        return Decimal10.exactly(number);
    }
}
