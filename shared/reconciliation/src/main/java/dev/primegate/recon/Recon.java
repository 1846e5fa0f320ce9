package dev.primegate.recon;

import dev.primegate.comparison.TradeComparison;
import dev.primegate.comparison.TradeFile;
import dev.primegate.comparison.TradeReport;
import dev.primegate.comparison.TradeRules;
import dev.primegate.comparison.Trades;
import dev.primegate.settlement.TradeDates;
import dev.primegate.statement.TradeCsv;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The command, apart from its process: words in, text and a status out. */
final class Recon {
    static final int AGREES = 0;
    static final int UNREADABLE = 1;
    static final int WRONG = 2;
    static final int BREAKS = 3;

    /** About as long as a row is; only the length of a bar depends on it. */
    private static final long ROW = 120;

    private final RandomGenerator random;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean onTerminal;

    Recon(RandomGenerator random, PrintStream out, PrintStream err, boolean onTerminal) {
        this.random = random;
        this.out = out;
        this.err = err;
        this.onTerminal = onTerminal;
    }

    /** Its exit status. */
    int run(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            out.print(Wish.USAGE);
            return AGREES;
        }
        try {
            return compare(Wish.of(words));
        } catch (Wish.WrongException e) {
            err.println("recon: " + e.getMessage());
            err.print(Wish.USAGE);
            return WRONG;
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            // What is no file of this form, whichever of its rows says so.
            err.println("recon: a file cannot be read: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private int compare(Wish wish) {
        LocalDate day = wish.day().or(() -> firstDay(wish.ours())).orElse(LocalDate.EPOCH);
        TradeRules rules =
                new TradeRules(
                        day,
                        wish.priceRounding(),
                        wish.feeTolerance(),
                        TradeDates.UTC,
                        TradeDates.local(wish.zone()),
                        wish.highStake());
        Summary summary = new Summary(wish.show());
        Progress progress = new Progress(err, (size(wish.ours()) + size(wish.brokers())) / ROW);
        TradeReport report =
                new TradeComparison(rules, random)
                        .compare(
                                trades(wish.ours(), progress),
                                trades(wish.brokers(), progress),
                                summary::add);
        if (onTerminal) {
            progress.end();
        }
        out.print(summary.text(day, report));
        return summary.isGreen(report) ? AGREES : BREAKS;
    }

    private Trades trades(Path file, Progress progress) {
        Trades trades = new TradeFile(file, file.toString());
        return onTerminal ? progress.watched(trades) : trades;
    }

    private static Optional<LocalDate> firstDay(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.readLine();
            return Optional.ofNullable(lines.readLine())
                    .map(line -> TradeCsv.read(line, file.toString(), 2).days().traded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
