package dev.primegate.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Finding;
import dev.primegate.instrument.Symbol;
import dev.primegate.proof.Proves;
import dev.primegate.statement.TradeCsv;
import dev.primegate.statement.TradeLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TradeComparisonTest {
    @TempDir Path folder;

    static List<Cases> cases() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Proves("G13")
    void eachCaseIsToldByItsCause(Cases one) {
        assertThat(found(one, Trades.of(one.ours().lines()), Trades.of(one.brokers().lines()), 100))
                .isEqualTo(one.expected());
    }

    /** Whether from files, in another order or row by row: the same rows, the same findings. */
    @ParameterizedTest
    @MethodSource("cases")
    void theWayInDoesNotMatter(Cases one) throws IOException {
        List<TradeLine> ours = new ArrayList<>(one.ours().lines());
        List<TradeLine> brokers = new ArrayList<>(one.brokers().lines());

        assertThat(found(one, file("ours", ours), file("broker", brokers), 100))
                .isEqualTo(one.expected());
        assertThat(found(one, file("ours", ours), Trades.of(brokers), 1)).isEqualTo(one.expected());
    }

    @Test
    @Proves("G13")
    void thereIsACaseForEveryCauseOfTradesAndItsNeighbours() {
        List<Cases> all = Cases.all();
        TreeSet<String> causes = new TreeSet<>();
        for (Cases one : all) {
            one.expected().stream()
                    .filter(line -> !line.startsWith("matched"))
                    .forEach(line -> causes.add(line.split(" ", -1)[0]));
        }

        assertThat(all).hasSizeGreaterThanOrEqualTo(60);
        assertThat(causes)
                .containsExactly(
                        "bust-not-applied",
                        "duplicate",
                        "fee-not-booked",
                        "missing-at-broker",
                        "missing-here",
                        "price",
                        "price-rounding",
                        "quantity",
                        "settled-late",
                        "trade-date-shift",
                        "unknown",
                        "unknown-alias");
    }

    @Test
    @Proves("G14")
    void aFindingShowsBothRowsWhereTheyWereReadAndWhatDiffers() {
        TradeLine ours = Cases.trade("e1 qty=5", "book", 0);
        TradeLine brokers = Cases.trade("e1 qty=4", "trade.csv", 17);

        Finding finding = findings(List.of(ours), List.of(brokers)).getFirst();

        assertThat(finding.evidence().ours().getFirst().source()).isEqualTo("book");
        assertThat(finding.evidence().brokers().getFirst().line()).isEqualTo(17);
        assertThat(finding.evidence().brokers().getFirst().fields()).containsEntry("quantity", "4");
        assertThat(finding.evidence().differences())
                .extracting(d -> d.field() + " " + d.ours() + " " + d.brokers())
                .containsExactly("quantity 5 4");
    }

    @Test
    @Proves("I4")
    void whatAnUnknownSpellingMayMeanIsSaidAndNotAssumed() {
        Finding finding =
                findings(
                                List.of(Cases.trade("e1", "book", 0)),
                                List.of(Cases.trade("t1 sym=?XBT/USD", "file", 2)))
                        .getFirst();

        assertThat(finding.cause())
                .isEqualTo(new Cause.UnknownAlias("XBT/USD", Optional.of(new Symbol("BTC-USD"))));
    }

    /** Pulsefy's lesson: a comparison must find what is planted, whatever is around it. */
    @Test
    @Proves("G13")
    void whatIsPlantedAmongManyIsFoundAndNothingElse() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<TradeLine> ours = book(random, 2_000);
            List<TradeLine> brokers = new ArrayList<>(ours);
            TreeSet<String> planted = new TreeSet<>();
            for (int i = 0; i < 40; i++) {
                Spoiling.plant(random, i, brokers, planted);
            }
            Collections.shuffle(brokers, random);

            List<String> found =
                    findings(ours, brokers).stream()
                            .map(finding -> finding.key() + " " + finding.cause().code())
                            .toList();

            assertThat(new TreeSet<>(found)).as("seed " + seed).isEqualTo(planted);
            assertThat(found).doesNotHaveDuplicates();
        }
    }

    @Test
    @Proves("X52")
    void theSameBooksGiveTheSameFindingsWhateverTheirOrderAndTheDrawnPoints() {
        Random random = new Random(7);
        List<TradeLine> ours = book(random, 500);
        List<TradeLine> brokers = new ArrayList<>(ours);
        TreeSet<String> planted = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            Spoiling.plant(random, i, brokers, planted);
        }
        List<Finding> first = findings(ours, brokers);
        Collections.shuffle(ours, random);
        Collections.shuffle(brokers, random);

        assertThat(findings(ours, brokers)).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void booksWithLittleInCommonAreNotCalledWhole() {
        List<TradeLine> brokers =
                IntStream.range(0, 250_010).mapToObj(i -> Cases.trade("t" + i, "file", i)).toList();
        long[] told = new long[1];

        TradeReport report =
                new TradeComparison(Cases.rules(""), new Random(1))
                        .compare(Trades.of(List.of()), Trades.of(brokers), _ -> told[0]++);

        assertThat(report).isEqualTo(new TradeReport(0, 250_010, 0, 10));
        assertThat(report.isWhole()).isFalse();
        assertThat(told[0]).isEqualTo(250_000);
    }

    private static List<TradeLine> book(Random random, int rows) {
        List<TradeLine> book = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            book.add(
                    Cases.trade(
                            "e%d qty=%d.%d px=%d fee=0.0%d1 order=o%d at=2026-11-02T10:00:00Z"
                                    .formatted(
                                            i,
                                            1 + random.nextInt(50),
                                            random.nextInt(100_000),
                                            1000 + i,
                                            random.nextInt(10),
                                            i),
                            "book",
                            i));
        }
        return book;
    }

    private static List<Finding> findings(List<TradeLine> ours, List<TradeLine> brokers) {
        List<Finding> found = new ArrayList<>();
        new TradeComparison(Cases.rules(""), new Random(3))
                .compare(Trades.of(ours), Trades.of(brokers), found::add);
        return found;
    }

    private static List<String> found(Cases one, Trades ours, Trades brokers, int batch) {
        List<String> found = new ArrayList<>();
        TradeReport report =
                new TradeComparison(one.rules(), new Random(11), batch)
                        .compare(
                                ours,
                                brokers,
                                finding ->
                                        found.add(
                                                "%s %s %s %s"
                                                        .formatted(
                                                                finding.cause().code(),
                                                                finding.key(),
                                                                finding.atStake().amount(),
                                                                finding.gravity())));
        found.add("matched " + report.matched());
        assertThat(report.ours()).isEqualTo(one.ours().lines().size());
        assertThat(report.brokers()).isEqualTo(one.brokers().lines().size());
        assertThat(report.isWhole()).isTrue();
        found.sort(null);
        return found;
    }

    private Trades file(String name, List<TradeLine> lines) throws IOException {
        Path file = folder.resolve(name + ".csv");
        Files.write(
                file,
                Stream.concat(Stream.of(TradeCsv.heading()), lines.stream().map(TradeCsv::write))
                        .toList());
        return new TradeFile(file, name);
    }
}
