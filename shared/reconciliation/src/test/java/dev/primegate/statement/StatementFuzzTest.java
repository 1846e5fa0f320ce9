package dev.primegate.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.primegate.order.Digest;
import dev.primegate.proof.Proves;
import dev.primegate.settlement.TradeDates;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Good files, spoilt at random: whatever comes, a reader answers. The seed of a failure is in its
 * message.
 */
class StatementFuzzTest {
    private static final int ROUNDS = 3_000;
    private static final long SEED = 20_261_120L;

    /** For how long each kind of file is spoilt, when that is longer than its rounds take. */
    private static final Duration LENGTH =
            Duration.ofMinutes(Long.getLong("primegate.fuzz.minutes", 0));

    /** What breaks parsers. */
    private static final List<String> SPICE =
            List.of(
                    "\"",
                    ",",
                    "\n",
                    "\r",
                    "\0",
                    "<",
                    "&x;",
                    "]]>",
                    "<!DOCTYPE a>",
                    "-",
                    "1e99",
                    "1E-99",
                    "9".repeat(60),
                    "\uFEFF",
                    "\uD83D\uDE00",
                    "NaN",
                    "{",
                    "}]",
                    "[".repeat(2_000),
                    "null",
                    ";",
                    "=1+1",
                    " ");

    @Test
    @Proves("X54")
    void noSpoiltFileOfClearStreetMakesAReaderThrow() {
        StatementReader reader = new ClearStreetStatements("account", Samples.SPELLINGS);
        // The name follows the bytes: past the hash is where a parser must stand by itself.
        spoil(
                Samples.bytes(Samples.TRADES),
                reader,
                bytes -> "20261120_account_fund_trade_%s.csv".formatted(Digest.hexOf(bytes)));
        spoil(
                Samples.bytes(Samples.POSITIONS),
                reader,
                bytes -> "20261120_account_fund_position_%s.csv".formatted(Digest.hexOf(bytes)));
    }

    @Test
    @Proves({"X54", "X55"})
    void noSpoiltFlexMakesAReaderThrow() {
        spoil(
                Samples.bytes(Samples.FLEX),
                new FlexStatements(Samples.SPELLINGS, Samples.NEW_YORK),
                _ -> "flex.xml");
    }

    @Test
    @Proves("X54")
    void noSpoiltMappedFileMakesAReaderThrow() {
        spoil(
                Samples.bytes(Samples.MAPPED),
                new MappedStatements(List.of(Samples.MAPPING), Samples.SPELLINGS),
                _ -> "20261120_fills.csv");
        spoil(
                Samples.bytes(Samples.MAPPED_XML),
                new MappedStatements(List.of(Samples.XML_MAPPING), Samples.SPELLINGS),
                _ -> "20261120_fills.xml");
    }

    @Test
    @Proves("X54")
    void noSpoiltJsonMakesAReaderThrow() {
        StatementReader prime = JsonStatements.ofCoinbasePrime(Samples.SPELLINGS, TradeDates.UTC);
        StatementReader falconX = JsonStatements.ofFalconX(Samples.SPELLINGS, TradeDates.UTC);
        spoil(Samples.bytes(Samples.PRIME_TRADES), prime, _ -> "20261120_P_trades.json");
        spoil(Samples.bytes(Samples.PRIME_BALANCES), prime, _ -> "20261120_P_balances.json");
        spoil(Samples.bytes(Samples.FALCONX_TRADES), falconX, _ -> "20261120_F_trades.json");
        spoil(Samples.bytes(Samples.FALCONX_BALANCES), falconX, _ -> "20261120_F_balances.json");
    }

    @Test
    @Proves({"X54", "X55"})
    void noSpoiltArchiveMakesItThrow() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("a.csv", Samples.bytes(Samples.TRADES));
        files.put("b.csv", Samples.bytes(Samples.POSITIONS));
        for (byte[] archive :
                List.of(Samples.zip(files), Samples.gzip(Samples.bytes(Samples.TRADES)))) {
            long until = System.nanoTime() + LENGTH.toNanos();
            for (long seed = SEED; goesOn(seed, until); seed++) {
                StatementFile file = new StatementFile("a", spoilt(archive, new Random(seed)));
                try {
                    assertThat(Unpacking.open(file)).isNotNull();
                } catch (RuntimeException e) {
                    fail("seed " + seed, e);
                }
            }
        }
    }

    private static void spoil(byte[] good, StatementReader reader, Function<byte[], String> name) {
        long until = System.nanoTime() + LENGTH.toNanos();
        for (long seed = SEED; goesOn(seed, until); seed++) {
            byte[] bytes = spoilt(good, new Random(seed));
            StatementFile file = new StatementFile(name.apply(bytes), bytes);
            try {
                check(file, reader.read(file));
            } catch (RuntimeException | AssertionError e) {
                fail("seed " + seed, e);
            }
        }
    }

    private static boolean goesOn(long seed, long until) {
        return seed < SEED + ROUNDS || System.nanoTime() < until;
    }

    private static void check(StatementFile file, Reading reading) {
        switch (reading) {
            case Reading.Refused(String why) -> assertThat(why).isNotBlank().hasSizeLessThan(300);
            case Reading.Passed(String why) -> assertThat(why).isNotBlank();
            case Reading.Whole(Statement statement) -> {
                assertThat(statement.file()).isEqualTo(file.name());
                statement
                        .quarantined()
                        .forEach(bad -> {
                            assertThat(bad.line()).isPositive();
                            assertThat(bad.reason()).isNotBlank().hasSizeLessThan(300);
                        });
                // What was read can be written down and read again as it was.
                statement.lines().stream()
                        .filter(TradeLine.class::isInstance)
                        .map(TradeLine.class::cast)
                        .forEach(line -> {
                            String written = TradeCsv.write(line);
                            assertThat(TradeCsv.write(TradeCsv.read(written, "fuzz", 1)))
                                    .isEqualTo(written);
                        });
            }
        }
    }

    /** One to four wounds: a bit, a cut, a piece twice, a piece less, a word that hurts. */
    private static byte[] spoilt(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int wounds = 1 + random.nextInt(4);
        for (int wound = 0; wound < wounds && bytes.length > 1; wound++) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
            byte[] piece = Arrays.copyOfRange(bytes, at, to);
            byte[] spice = Samples.bytes(SPICE.get(random.nextInt(SPICE.size())));
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes = Arrays.copyOf(bytes, at);
                case 2 -> bytes = joined(bytes, to, piece, to);
                case 3 -> bytes = joined(bytes, at, new byte[0], to);
                case 4 -> bytes = joined(bytes, at, spice, at);
                default -> bytes = joined(bytes, at, spice, to);
            }
        }
        return bytes;
    }

    /** What is before {@code end}, then {@code middle}, then what begins at {@code start}. */
    private static byte[] joined(byte[] bytes, int end, byte[] middle, int start) {
        byte[] joined = Arrays.copyOf(bytes, end + middle.length + bytes.length - start);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(bytes, start, joined, end + middle.length, bytes.length - start);
        return joined;
    }
}
