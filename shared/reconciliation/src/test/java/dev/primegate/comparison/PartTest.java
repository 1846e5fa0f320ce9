package dev.primegate.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.primegate.breaks.Finding;
import dev.primegate.proof.Proves;
import dev.primegate.statement.TradeLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A day that is compared in parts, each by itself, shows what it shows as a whole. */
class PartTest {
    private static final List<Integer> COUNTS = List.of(1, 2, 3, 7, 64);

    static List<Cases> cases() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Proves("G13")
    void eachCaseShowsTheSameInParts(Cases one) {
        Seen whole = whole(one.rules(), one.ours().lines(), one.brokers().lines());

        for (int of : COUNTS) {
            assertThat(parts(one.rules(), one.ours().lines(), one.brokers().lines(), of))
                    .as("%d parts", of)
                    .isEqualTo(whole);
        }
    }

    @Test
    @Proves("G13")
    void whatIsPlantedAmongManyIsFoundInPartsAndNothingElse() {
        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            List<TradeLine> ours = book(random, 2_000);
            List<TradeLine> brokers = new ArrayList<>(ours);
            TreeSet<String> planted = new TreeSet<>();
            for (int i = 0; i < 40; i++) {
                Spoiling.plant(random, i, brokers, planted);
            }
            Collections.shuffle(brokers, random);
            Seen whole = whole(Cases.rules(""), ours, brokers);

            for (int of : COUNTS) {
                Seen seen = parts(Cases.rules(""), ours, brokers, of);

                assertThat(seen).as("seed %d, %d parts", seed, of).isEqualTo(whole);
                assertThat(seen.findings())
                        .extracting(finding -> finding.key() + " " + finding.cause().code())
                        .containsExactlyInAnyOrderElementsOf(planted);
            }
        }
    }

    /** Of a book of which a thousandth differs little more than that is left to gather. */
    @Test
    void whatAgreesIsNotLeft() {
        List<TradeLine> ours = book(new Random(1), 2_000);
        List<TradeLine> brokers = new ArrayList<>(ours.subList(2, 2_000));

        List<Residue> residues = residues(Cases.rules(""), ours, brokers, 4);

        assertThat(residues.stream().flatMap(one -> one.ours().stream()))
                .containsExactlyInAnyOrderElementsOf(ours.subList(0, 2));
        assertThat(residues.stream().flatMap(one -> one.brokers().stream())).isEmpty();
        assertThat(residues.stream().map(one -> one.report().ours()))
                .allSatisfy(rows -> assertThat(rows).isBetween(300L, 700L));
    }

    @Test
    void everyTradeIsInOnePart() {
        List<TradeLine> book = book(new Random(1), 500);

        assertThat(IntStream.range(0, 7).mapToObj(i -> new Part(i, 7).of(book)))
                .satisfies(parts ->
                        assertThat(parts.stream().flatMap(List::stream))
                                .containsExactlyInAnyOrderElementsOf(book));
        assertThatIllegalArgumentException().isThrownBy(() -> new Part(2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Part(0, 0));
    }

    /** What a comparison came to, in no order. */
    private record Seen(TradeReport report, List<Finding> findings) {}

    private static Seen whole(TradeRules rules, List<TradeLine> ours, List<TradeLine> brokers) {
        List<Finding> found = new ArrayList<>();
        TradeReport report =
                comparison(rules).compare(Trades.of(ours), Trades.of(brokers), found::add);
        return seen(report, found);
    }

    private static Seen parts(
            TradeRules rules, List<TradeLine> ours, List<TradeLine> brokers, int of) {
        List<Finding> found = new ArrayList<>();
        TradeReport report =
                comparison(rules).gather(residues(rules, ours, brokers, of), found::add);
        return seen(report, found);
    }

    private static Seen seen(TradeReport report, List<Finding> found) {
        found.sort(java.util.Comparator.comparing(Finding::toString));
        return new Seen(report, found);
    }

    /** Each part knows nothing of the others, nor of the points they drew. */
    private static List<Residue> residues(
            TradeRules rules, List<TradeLine> ours, List<TradeLine> brokers, int of) {
        return IntStream.range(0, of)
                .mapToObj(index -> new Part(index, of))
                .map(part ->
                        comparison(rules)
                                .sift(Trades.of(part.of(ours)), Trades.of(part.of(brokers))))
                .toList();
    }

    private static TradeComparison comparison(TradeRules rules) {
        return new TradeComparison(rules, new java.security.SecureRandom());
    }

    private static List<TradeLine> book(Random random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i ->
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
                                i))
                .toList();
    }
}
