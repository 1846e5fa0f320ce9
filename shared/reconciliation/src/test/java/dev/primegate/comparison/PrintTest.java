package dev.primegate.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.money.Decimal10;
import dev.primegate.proof.Proves;
import dev.primegate.statement.TradeCsv;
import dev.primegate.statement.TradeLine;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintTest {
    private static final Prints POINTS = Prints.drawn(new Random(5));

    @TempDir Path folder;

    @Test
    void productsAreThoseOfTheField() {
        Random random = new Random(1);
        BigInteger prime = BigInteger.valueOf(Prints.PRIME);
        for (int i = 0; i < 10_000; i++) {
            long left = i == 0 ? Prints.PRIME - 1 : random.nextLong(Prints.PRIME);
            long right = i == 0 ? Prints.PRIME - 1 : random.nextLong(Prints.PRIME);

            assertThat(Prints.multiply(left, right))
                    .isEqualTo(
                            BigInteger.valueOf(left)
                                    .multiply(BigInteger.valueOf(right))
                                    .mod(prime)
                                    .longValueExact());
        }
    }

    /** Each differs from the first in one field that is compared, by as little as there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "e2",
                "e1 sym=BTC-USDC",
                "e1 sym=?BTC-USD",
                "e1 side=SELL",
                "e1 qty=5.0000000001",
                "e1 qty=50",
                "e1 px=100.0000000001",
                "e1 px=10",
                "e1 ccy=USDC",
                "e1 fee=0.0000000001",
                "e1 fee=-0.0000000001",
                "e1 fee=0.0000000001 feeccy=EUR",
                "e1 day=2026-11-01",
                "e1 settles=2026-11-03",
                "e1 settles=",
                "e1 busted",
                "e1 qty=1000000000000000005",
                "e1 qty=1000000000000000000000000005",
            })
    @Proves("G13")
    void everyFieldThatIsComparedIsPrinted(String words) {
        Set<Long> prints = new HashSet<>();
        for (String one : List.of("e1", words)) {
            Print print = new Print(POINTS);
            print.of(Cases.trade(one, "book", 1));
            prints.add(print.first());
            prints.add(print.second());
        }

        assertThat(prints).hasSize(4);
    }

    /** No character may change, and no border between texts may move, unseen. */
    @Test
    void noTwoTextsArePrintedAlike() {
        String some = "abcdefghijklmnopqrstuvwxyz".substring(0, 22);
        Set<List<String>> texts =
                new HashSet<>(
                        List.of(
                                List.of("", "x"),
                                List.of("\0", "x"),
                                List.of("\0\0", "x"),
                                List.of("aaaab", "cccc", "d"),
                                List.of("aaaa", "b", "ccccd")));
        for (int from = 0; from <= some.length(); from++) {
            texts.add(List.of(some.substring(0, from), some.substring(from)));
            for (int at = 0; at < from; at++) {
                for (char other : new char[] {0, 1, '?', 127, 128, 'é', 0xFFFF}) {
                    StringBuilder changed = new StringBuilder(some.substring(0, from));
                    changed.setCharAt(at, other);
                    texts.add(List.of(changed.toString(), "x"));
                    texts.add(List.of("x", changed.toString()));
                }
            }
        }
        Set<Long> prints = new HashSet<>();
        texts.forEach(several -> prints.add(print(several, List.of())));

        assertThat(prints).hasSameSizeAs(texts);
    }

    /** What follows in one may be what the other says in its next field, but for its first word. */
    @ParameterizedTest
    @CsvSource({
        "'', '', 9000000.0000000005 1.5, 0.0000000005 0.0001125 1.5",
        "'', '', 1000000000009000000.5 1.5, 9000000.5 177438953472",
        "'é', '\0', 1.5, 177438953472.0000000029",
        "'abcdéi', 'abcd\1i', 1.5, 177438953472.0000000013",
    })
    void noFieldRunsIntoTheNext(String left, String right, String leftNext, String rightNext) {
        assertThat(print(List.of(left), List.of(leftNext.split(" "))))
                .isNotEqualTo(print(List.of(right), List.of(rightNext.split(" "))));
    }

    private static long print(List<String> texts, List<String> numbers) {
        Print print = new Print(POINTS);
        print.begin(new char[0], 0, 0);
        for (String text : texts) {
            print.text(text.toCharArray(), 0, text.length());
        }
        for (String number : numbers) {
            var _ = print.number(number.toCharArray(), 0, number.length());
        }
        return print.first();
    }

    /** Around what fits in a word, and the same digits in other places. */
    @Test
    void noTwoNumbersArePrintedAlike() {
        Set<String> numbers = new HashSet<>();
        for (String whole :
                List.of(
                        "0",
                        "1",
                        "8388607",
                        "8388608",
                        "8388609",
                        "16777216",
                        "999999999999999999",
                        "1000000000000000000",
                        "1000000000008388607",
                        "9999999999999999999999999999")) {
            for (String rest : List.of("1", "0000000001", "9999999999", "8388608")) {
                numbers.add(whole + "." + rest);
                numbers.add("-" + whole + "." + rest);
            }
        }
        Set<Long> prints = new HashSet<>();
        for (String first : numbers) {
            numbers.forEach(second -> prints.add(print(List.of(), List.of(first, second))));
        }

        assertThat(prints).hasSize(numbers.size() * numbers.size());
    }

    /** Where a line was read, its order, its account and its time tell nothing that is compared. */
    @ParameterizedTest
    @ValueSource(strings = {"e1 order=o1", "e1 at=2026-11-02T10:00:00Z", "e1 fee=0"})
    void whatIsNotComparedIsNotPrinted(String words) {
        Print print = new Print(POINTS);
        print.of(Cases.trade("e1", "book", 1));
        long first = print.first();
        print.of(Cases.trade(words, "elsewhere", 2));

        assertThat(print.first()).isEqualTo(first);
    }

    /** The short cut through a file's bytes and the way through objects print alike. */
    @Test
    @Proves("X58")
    void aFileAndItsLinesHaveTheSamePrints() throws IOException {
        Random random = new Random(2);
        List<TradeLine> lines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            lines.add(anyTrade(random, i));
        }
        List<String> text = new ArrayList<>(List.of(TradeCsv.heading()));
        lines.forEach(line -> text.add(TradeCsv.write(line)));
        Path file = Files.write(folder.resolve("trades.csv"), text);

        assertThat(prints(new TradeFile(file, "file"))).isEqualTo(prints(Trades.of(lines)));
        assertThat(new TradeFile(file, "book").pick(POINTS, _ -> true))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12", "one,two"})
    void aFileOfAnotherShapeIsRefused(String heading) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), heading + "\n1,2,3\n");

        assertThatThrownBy(() -> prints(new TradeFile(file, "odd")))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e5",
                "+1",
                " 1",
                "1 ",
                "1.",
                ".5",
                "-",
                "1.00000000001",
                "1,5",
                "0x1",
                "12345678901234567890123456789",
                "NaN",
                "--1",
                "1.2.3",
                "١"
            })
    @Proves("X58")
    void whatIsNoPlainNumberIsRefusedAsEverywhere(String text) {
        assertThatThrownBy(() -> new Print(POINTS).number(text.toCharArray(), 0, text.length()))
                .isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Decimal10.of(text)).isInstanceOf(NumberFormatException.class);
    }

    private static List<List<Long>> prints(Trades trades) {
        List<List<Long>> prints = new ArrayList<>();
        trades.print(POINTS, row -> prints.add(List.of(row.id(), row.first(), row.second())));
        return prints;
    }

    private static TradeLine anyTrade(Random random, int i) {
        String id = i % 50 == 0 ? "é,\"" + i : "exec-" + Long.toHexString(random.nextLong()) + i;
        String sign = i % 7 == 0 ? "-" : "";
        TradeLine line =
                Cases.trade(
                        "x qty=%s px=%s fee=%s%s order=o%d side=%s"
                                .formatted(
                                        number(random),
                                        number(random),
                                        sign,
                                        number(random),
                                        i % 10,
                                        i % 2 == 0 ? "BUY" : "SELL"),
                        "book",
                        i);
        return new TradeLine(
                line.origin(),
                line.account(),
                id,
                line.order(),
                line.instrument(),
                line.side(),
                line.quantity(),
                line.price(),
                line.currency(),
                line.fee(),
                line.days(),
                i % 11 == 0);
    }

    /** Of one to 28 digits before the point. */
    private static String number(Random random) {
        String whole =
                new BigInteger(1 + random.nextInt(90), random)
                        .mod(BigInteger.TEN.pow(28))
                        .toString();
        return whole + "." + (1 + random.nextInt(9)) + "0".repeat(random.nextInt(3)) + "1";
    }
}
