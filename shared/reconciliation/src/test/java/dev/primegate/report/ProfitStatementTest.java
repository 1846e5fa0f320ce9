package dev.primegate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.JournalId;
import dev.primegate.ledger.JournalKind;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.proof.Proves;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Profit and loss of a day. */
class ProfitStatementTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Instant BEGINS = Instant.parse("2026-11-20T00:00:00Z");
    private static final BigDecimal UNIT = new BigDecimal("0.0000000001");
    private static final PositionId BTC =
            new PositionId(
                    new Tenant("fund"),
                    new Account("main"),
                    new BrokerId("paper"),
                    new Symbol("BTC-USD"));

    @Test
    void whatWasSoldIsRealisedAndWhatIsLeftIsNot() {
        ProfitLine line =
                only(
                        List.of(
                                trade("b1", Side.BUY, "2", "100", BEGINS.minusSeconds(9)),
                                trade("s1", Side.SELL, "0.5", "110", BEGINS.minusSeconds(5)),
                                trade("s2", Side.SELL, "0.5", "130", BEGINS.plusSeconds(5))),
                        "120");

        assertThat(line.cost().realised()).isEqualTo(d("20"));
        assertThat(line.realisedThatDay()).isEqualTo(d("15"));
        assertThat(line.unrealised()).contains(d("20"));
        assertThat(line.value()).contains(d("120"));
        assertThat(line.cash()).isEqualTo(d("-80"));
        assertThat(line.total()).contains(d("40"));
        assertThat(line.fees()).containsExactly(java.util.Map.entry(new Asset("USD"), d("0.3")));
    }

    @Test
    @Proves("G3")
    void profitIsWhatIsHeldAtItsPriceWithCashWhateverWasTraded() {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            List<Line> tape = tape(random);
            Price mark = new Price(digits(random, 6));
            ProfitLine line = statement(tape, Optional.of(mark)).lines().getFirst();

            BigDecimal held = BigDecimal.ZERO;
            BigDecimal cash = BigDecimal.ZERO;
            for (Line one : tape) {
                if (one.at().isBefore(BEGINS.plus(Duration.ofDays(1))) && stands(one, tape)) {
                    held = held.add(units(one));
                    cash = cash.subtract(paid(one));
                }
            }
            BigDecimal expected = held.multiply(mark.amount().toBigDecimal()).add(cash);
            BigDecimal told = line.total().orElseThrow().toBigDecimal();

            assertThat(line.cost().quantity().toBigDecimal())
                    .as("seed %d", seed)
                    .isEqualByComparingTo(held);
            assertThat(line.cash().toBigDecimal()).as("seed %d", seed).isEqualByComparingTo(cash);
            assertThat(told.subtract(expected).abs())
                    .as("seed %d: told %s, expected %s", seed, told, expected)
                    .isLessThanOrEqualTo(UNIT);
        }
    }

    @Test
    @Proves("G3")
    void aLineThatDoesNotTieDoesNotExist() {
        ProfitLine line =
                only(List.of(trade("b1", Side.BUY, "1", "100", BEGINS.minusSeconds(9))), "120");

        assertThatThrownBy(() ->
                        new ProfitLine(
                                BTC,
                                line.currency(),
                                line.cost(),
                                line.realisedThatDay(),
                                line.cash().plus(d("0.0000000002")),
                                line.fees(),
                                line.mark()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not tie");
    }

    @Test
    void theDayBeforeIsNotChangedByWhatCameAfterIt() {
        List<Line> before = List.of(trade("b1", Side.BUY, "1", "100", BEGINS.minusSeconds(9)));
        List<Line> after = new ArrayList<>(before);
        after.add(trade("s1", Side.SELL, "1", "50", BEGINS.plus(Duration.ofDays(1))));

        assertThat(statement(after, Optional.of(Price.of("90"))))
                .isEqualTo(statement(before, Optional.of(Price.of("90"))));
    }

    @Test
    void withoutAPriceNothingIsSaidOfWhatIsHeld() {
        List<Line> tape =
                List.of(
                        trade("b1", Side.BUY, "2", "100", BEGINS.plusSeconds(1)),
                        trade("s1", Side.SELL, "1", "130", BEGINS.plusSeconds(2)));
        ProfitStatement statement = statement(tape, Optional.empty());

        assertThat(statement.lines().getFirst().unrealised()).isEmpty();
        assertThat(statement.lines().getFirst().cost().realised()).isEqualTo(d("30"));
        assertThat(statement.table().rows().getFirst())
                .containsExactly(
                        "main", "paper", "BTC-USD", "USD", "1", "100", "100", "", "", "-70", "30",
                        "30", "", "", "", "0.2 USD");
    }

    private static ProfitLine only(List<Line> tape, String mark) {
        return statement(tape, Optional.of(Price.of(mark))).lines().getFirst();
    }

    private static ProfitStatement statement(List<Line> tape, Optional<Price> mark) {
        return ProfitStatement.of(
                DAY,
                tape,
                SymbolMaster.standard(),
                _ -> mark.map(price -> new ProfitLine.Mark(price, BEGINS)));
    }

    /** Trades of awkward sizes over three days, busts of some, and what the journal moves. */
    private static List<Line> tape(Random random) {
        List<Line> tape = new ArrayList<>();
        tape.add(trade("first", Side.BUY, "1.0000000003", "7.77", BEGINS.minusSeconds(90_000)));
        for (int i = 0; i < 40; i++) {
            Instant at = BEGINS.minusSeconds(86_400).plusSeconds(random.nextInt(3 * 86_400));
            Decimal10 quantity = digits(random, 3);
            switch (random.nextInt(8)) {
                case 0 -> {
                    JournalKind kind =
                            random.nextBoolean() ? JournalKind.ADJUSTMENT : JournalKind.TRANSFER;
                    boolean out = random.nextBoolean();
                    Decimal10 value = digits(random, 4);
                    tape.add(
                            new Line.Journaled(
                                    BTC,
                                    new JournalId("j" + i),
                                    kind,
                                    at,
                                    out ? quantity.negated() : quantity,
                                    out ? value.negated() : value,
                                    Optional.empty()));
                }
                case 1 -> {
                    Line.Traded trade = trade("x" + i, Side.BUY, quantity.toString(), "11.5", at);
                    tape.add(trade);
                    tape.add(
                            new Line.Undone(
                                    BTC,
                                    trade.execution().id(),
                                    at.plusSeconds(60),
                                    Line.Undone.Why.BUSTED,
                                    Optional.of(trade.execution())));
                }
                default ->
                        tape.add(
                                trade(
                                        "t" + i,
                                        List.of(Side.values()).get(random.nextInt(3)),
                                        quantity.toString(),
                                        digits(random, 5).toString(),
                                        at));
            }
        }
        Collections.shuffle(tape, random);
        return tape;
    }

    private static boolean stands(Line line, List<Line> tape) {
        return !(line instanceof Line.Traded trade)
                || tape.stream()
                        .filter(other -> other.at().isBefore(BEGINS.plus(Duration.ofDays(1))))
                        .noneMatch(other ->
                                other instanceof Line.Undone undone
                                        && undone.execId().equals(trade.execution().id()));
    }

    private static BigDecimal units(Line line) {
        return switch (line) {
            case Line.Traded t ->
                    t.execution().side().signed(t.execution().lastQty()).toBigDecimal();
            case Line.Undone _ -> BigDecimal.ZERO;
            case Line.Journaled j -> j.quantity().toBigDecimal();
        };
    }

    /** What a trade cost to ten places, which is what a broker books. */
    private static BigDecimal paid(Line line) {
        return switch (line) {
            case Line.Traded t ->
                    units(t).multiply(t.execution().lastPx().amount().toBigDecimal())
                            .setScale(10, RoundingMode.HALF_EVEN);
            case Line.Undone _ -> BigDecimal.ZERO;
            case Line.Journaled j -> j.value().toBigDecimal();
        };
    }

    private static Decimal10 digits(Random random, int whole) {
        return Decimal10.of(
                "%d.%010d"
                        .formatted(
                                1 + random.nextInt((int) Math.pow(10, whole)),
                                random.nextLong(10_000_000_000L)));
    }

    private static Line.Traded trade(
            String id, Side side, String quantity, String price, Instant at) {
        return new Line.Traded(
                BTC,
                new Execution(
                        new ExecId(id),
                        BTC.symbol(),
                        side,
                        Quantity.of(quantity),
                        Price.of(price),
                        Optional.of(new Money(d("0.1"), new Asset("USD"))),
                        at,
                        Optional.empty(),
                        "0".repeat(64)),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private static Decimal10 d(String text) {
        return Decimal10.of(text);
    }
}
