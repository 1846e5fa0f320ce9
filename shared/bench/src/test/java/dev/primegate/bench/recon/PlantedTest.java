package dev.primegate.bench.recon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.comparison.TradeComparison;
import dev.primegate.comparison.TradeFile;
import dev.primegate.comparison.TradeRules;
import dev.primegate.money.Decimal10;
import dev.primegate.settlement.TradeDates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that everybody compares. */
class PlantedTest {
    @TempDir Path folder;

    @Test
    void whatIsPlantedIsWhatIsFound() throws IOException {
        Map<Planted.Difference, Long> planted = Planted.write(folder, 20_000, 1);
        Map<String, Long> found = new TreeMap<>();

        var report =
                new TradeComparison(
                                new TradeRules(
                                        LocalDate.parse("2026-11-20"),
                                        Decimal10.ZERO,
                                        Decimal10.ZERO,
                                        TradeDates.UTC,
                                        TradeDates.UTC,
                                        Decimal10.of("1")),
                                new Random(2))
                        .compare(
                                new TradeFile(folder.resolve(Planted.OURS), "ours"),
                                new TradeFile(folder.resolve(Planted.BROKERS), "broker's"),
                                one -> found.merge(one.cause().code(), 1L, Long::sum));

        assertThat(planted.values()).containsOnly(4L).hasSize(5);
        assertThat(found)
                .isEqualTo(
                        Map.of(
                                "missing-at-broker", 4L,
                                "missing-here", 4L,
                                "quantity", 4L,
                                "price", 4L,
                                "fee-not-booked", 4L));
        assertThat(report.ours()).isEqualTo(19_996);
        assertThat(report.brokers()).isEqualTo(19_996);
    }

    @Test
    void whoSaysNothingToTheEndIsSkippedWithWhatTheyThrew() {
        assertThat(Contender.read("Traceback\nModuleNotFoundError: No module named 'polars'\n"))
                .isEqualTo(
                        new Contender.Outcome.Skipped(
                                "ModuleNotFoundError: No module named 'polars'"));
        assertThat(
                        Contender.read(
                                """
                                noise
                                Exception in thread "main" java.lang.IllegalStateException: torn
                                \tat dev.primegate.bench.recon.Ours.main(Ours.java:7)
                                """))
                .isEqualTo(
                        new Contender.Outcome.Skipped(
                                "Exception in thread \"main\" java.lang.IllegalStateException:"
                                        + " torn"));
        assertThat(Contender.read("killed\nby somebody\n"))
                .isEqualTo(new Contender.Outcome.Skipped("by somebody"));
        assertThat(Contender.read("")).isEqualTo(new Contender.Outcome.Skipped("said nothing"));
        assertThat(Contender.read("noise\nbreaks=5 cpuMillis=1200 peakKb=2048\n"))
                .isEqualTo(new Contender.Outcome.Done(5, 1200, 2048));
    }
}
