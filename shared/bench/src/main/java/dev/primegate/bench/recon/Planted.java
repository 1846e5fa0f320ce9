package dev.primegate.bench.recon;

import dev.primegate.statement.TradeCsv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Two books of one day that differ in known places: one row in a thousand is missing at a side, has
 * another quantity or price in the last of ten places, or another fee. The broker's is in another
 * order.
 */
final class Planted {
    /** What differs, in the order in which rows are spoilt. */
    enum Difference {
        MISSING_AT_BROKER,
        MISSING_HERE,
        QUANTITY,
        PRICE,
        FEE
    }

    static final String OURS = "ours.csv";
    static final String BROKERS = "broker.csv";

    private static final int EVERY = 1_000;

    /** Rows this far apart change places; it scatters them as another system's order would. */
    private static final int SWAPPED = 977;

    private Planted() {}

    /** Writes both files into {@code folder}; how often each difference is in them. */
    static SortedMap<Difference, Long> write(Path folder, int rows, long seed) throws IOException {
        SortedMap<Difference, Long> planted = new TreeMap<>();
        Random random = new Random(seed);
        String[] brokers = new String[SWAPPED];
        try (BufferedWriter ours = open(folder.resolve(OURS));
                BufferedWriter theirs = open(folder.resolve(BROKERS))) {
            for (int i = 0; i < rows; i++) {
                Row row = Row.drawn(i, random);
                Row spoilt = row;
                if (i % EVERY == EVERY / 2) {
                    Difference difference =
                            Difference.values()[i / EVERY % Difference.values().length];
                    planted.merge(difference, 1L, Long::sum);
                    if (difference == Difference.MISSING_HERE) {
                        row = Row.NONE;
                    }
                    spoilt = spoilt.with(difference);
                }
                line(ours, row.text());
                // What stood there is written now; this one when its place comes round again.
                int place = (int) (i * 613L % SWAPPED);
                line(theirs, brokers[place] == null ? "" : brokers[place]);
                brokers[place] = spoilt.text();
            }
            for (String left : brokers) {
                line(theirs, left == null ? "" : left);
            }
        }
        return planted;
    }

    private static BufferedWriter open(Path file) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        writer.write(TradeCsv.heading());
        writer.write('\n');
        return writer;
    }

    private static void line(BufferedWriter file, String text) throws IOException {
        if (!text.isEmpty()) {
            file.write(text);
            file.write('\n');
        }
    }

    /** A trade; amounts are counts of 0.0000000001, so that nothing is rounded. */
    private record Row(
            String id, boolean buys, String symbol, long quantity, long price, long fee) {
        static final Row NONE = new Row("", true, "", 1, 1, 0);
        private static final String[] SYMBOLS = {"BTC-USD", "ETH-USD", "AAPL", "MSFT", "SOL-USD"};

        static Row drawn(int i, Random random) {
            return new Row(
                    "%08x-%04x-%08d".formatted(random.nextInt(), random.nextInt(1 << 16), i),
                    random.nextBoolean(),
                    SYMBOLS[random.nextInt(SYMBOLS.length)],
                    1 + random.nextLong(1_000_000_000_000L),
                    // So that it is no neighbour of another within a rounding.
                    100 + random.nextLong(1_000_000_000_000_000L),
                    1 + random.nextLong(100_000_000_000L));
        }

        Row with(Difference difference) {
            return switch (difference) {
                case MISSING_AT_BROKER -> NONE;
                case MISSING_HERE -> this;
                case QUANTITY -> new Row(id, buys, symbol, quantity + 1, price, fee);
                // One place is within what a comparison takes for a rounding.
                case PRICE -> new Row(id, buys, symbol, quantity, price + 2, fee);
                case FEE -> new Row(id, buys, symbol, quantity, price, fee + 1);
            };
        }

        String text() {
            return id.isEmpty()
                    ? ""
                    : id
                            + ",,main,"
                            + symbol
                            + (buys ? ",BUY," : ",SELL,")
                            + amount(quantity)
                            + ','
                            + amount(price)
                            + ",USD,"
                            + amount(fee)
                            + ",USD,2026-11-20,2026-11-20,,false";
        }

        private static String amount(long units) {
            return java.math.BigDecimal.valueOf(units, 10).stripTrailingZeros().toPlainString();
        }
    }
}
