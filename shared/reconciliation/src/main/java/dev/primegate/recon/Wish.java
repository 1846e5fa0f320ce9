package dev.primegate.recon;

import dev.primegate.money.Decimal10;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What somebody typed after {@code recon}.
 *
 * @param day whose trades must be in both files; the day of our first row where it is not said
 * @param zone by whose clock the broker dates
 * @param show how many breaks are listed
 */
record Wish(
        Path ours,
        Path brokers,
        Optional<LocalDate> day,
        ZoneId zone,
        Decimal10 priceRounding,
        Decimal10 feeTolerance,
        Decimal10 highStake,
        int show) {
    static final String USAGE =
            """
            usage: ./primegate recon FOLDER [options]
                   ./primegate recon OURS BROKER [options]

            Compares two files of trades: ours.csv and broker.csv of a folder, or any two. Both are CSV
            with this heading:
              tradeId,orderId,account,instrument,side,quantity,price,currency,fee,feeAsset,
              tradeDate,settleDate,time,busted

              --day YYYY-MM-DD      whose trades must be in both (that of our first row)
              --zone ZONE           by whose clock the broker dates a trade (UTC)
              --price-rounding N    how far the broker's statement rounds prices (0)
              --fee-tolerance N     how far a fee may be off (0)
              --high-stake N        from which sum on a break is grave (100000)
              --show N              how many breaks are listed (20)
              --help                this text

            The summary goes to stdout, progress to a terminal. Status 0: they agree. 1: a file could not
            be read. 2: this was asked wrongly. 3: there are breaks, or not all could be compared.
            """;

    /** Why nothing is compared. */
    static final class WrongException extends Exception {
        private static final long serialVersionUID = 1;

        WrongException(String why) {
            super(why);
        }
    }

    static Wish of(List<String> words) throws WrongException {
        Deque<String> left = new ArrayDeque<>(words);
        List<Path> files = new ArrayList<>();
        Optional<LocalDate> day = Optional.empty();
        ZoneId zone = ZoneOffset.UTC;
        Decimal10 rounding = Decimal10.ZERO;
        Decimal10 tolerance = Decimal10.ZERO;
        Decimal10 stake = Decimal10.of("100000");
        int show = 20;
        while (!left.isEmpty()) {
            String word = left.pop();
            switch (word) {
                case "--day" -> day = Optional.of(read(word, left, LocalDate::parse));
                case "--zone" -> zone = read(word, left, ZoneId::of);
                case "--price-rounding" -> rounding = read(word, left, Wish::amount);
                case "--fee-tolerance" -> tolerance = read(word, left, Wish::amount);
                case "--high-stake" -> stake = read(word, left, Wish::amount);
                case "--show" -> show = read(word, left, Integer::parseUnsignedInt);
                default -> files.add(file(word));
            }
        }
        List<Path> both = both(files);
        return new Wish(
                both.getFirst(), both.getLast(), day, zone, rounding, tolerance, stake, show);
    }

    private static List<Path> both(List<Path> files) throws WrongException {
        List<Path> both =
                files.size() == 1
                        ? List.of(
                                files.getFirst().resolve("ours.csv"),
                                files.getFirst().resolve("broker.csv"))
                        : files;
        if (both.size() != 2) {
            throw new WrongException("expected a folder or two files, found " + files.size());
        }
        for (Path file : both) {
            if (!Files.isRegularFile(file)) {
                throw new WrongException("there is no file " + file);
            }
        }
        return both;
    }

    private static Path file(String word) throws WrongException {
        if (word.startsWith("-")) {
            throw new WrongException("there is no option " + word);
        }
        return Path.of(word);
    }

    private static Decimal10 amount(String text) {
        Decimal10 amount = Decimal10.of(text);
        if (amount.signum() < 0) {
            throw new NumberFormatException("below zero");
        }
        return amount;
    }

    private static <T> T read(
            String option, Deque<String> left, java.util.function.Function<String, T> reader)
            throws WrongException {
        if (left.isEmpty()) {
            throw new WrongException("expected a value after " + option);
        }
        String text = left.pop();
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new WrongException("%s cannot be %s".formatted(option, text));
        }
    }
}
