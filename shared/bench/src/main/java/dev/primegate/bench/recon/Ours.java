package dev.primegate.bench.recon;

import dev.primegate.comparison.TradeComparison;
import dev.primegate.comparison.TradeFile;
import dev.primegate.comparison.TradeRules;
import dev.primegate.money.Decimal10;
import dev.primegate.settlement.TradeDates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;

/** The contender that is ours: what {@code ./primegate recon} runs. */
@SuppressWarnings("SystemOut") // It is a program, and this line is what it says.
public final class Ours {
    private static final TradeRules RULES =
            new TradeRules(
                    LocalDate.parse("2026-11-20"),
                    Decimal10.ZERO,
                    Decimal10.ZERO,
                    TradeDates.UTC,
                    TradeDates.UTC,
                    Decimal10.of("100000"));

    private Ours() {}

    public static void main(String... files) throws IOException {
        long[] breaks = new long[1];
        var report =
                new TradeComparison(RULES, new SecureRandom())
                        .compare(
                                new TradeFile(Path.of(files[0]), "ours"),
                                new TradeFile(Path.of(files[1]), "broker's"),
                                _ -> breaks[0]++);
        if (!report.isWhole()) {
            throw new IllegalStateException("not all was compared: " + report);
        }
        System.out.println(Cost.sofar().line(breaks[0]));
    }
}
