package dev.primegate.recon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import dev.primegate.statement.TradeCsv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command on files. */
class ReconTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir Path folder;

    @Test
    void equalFilesAgree() throws IOException {
        write("ours.csv", row("t1", "1"), row("t2", "2"));
        write("broker.csv", row("t2", "2"), row("t1", "1"));

        assertThat(run(false, folder.toString())).isZero();
        assertThat(text(out))
                .contains(
                        "day        2026-11-20",
                        "ours       2 rows",
                        "matched    2",
                        "breaks     0");
        assertThat(text(err)).isEmpty();
    }

    @Test
    @Proves("G13")
    void breaksAreToldByCauseAndEndWithStatusThree() throws IOException {
        write("ours.csv", row("t1", "1"), row("t2", "2"), row("t3", "3"));
        write("broker.csv", row("t1", "1"), row("t2", "2.0000000001"), row("t9", "9"));

        assertThat(run(false, folder.toString(), "--show", "1")).isEqualTo(3);
        assertThat(text(out))
                .contains(
                        "matched    1",
                        "breaks     3",
                        "missing-at-broker         1  300 USD",
                        "missing-here              1  900 USD",
                        "quantity                  1",
                        "and 2 more");
    }

    @Test
    void anyTwoFilesMayBeNamedWithRules() throws IOException {
        write("a.csv", row("t1", "1"));
        write("b.csv", row("t1", "1").replace(",100,", ",100.01,"));
        String ours = folder.resolve("a.csv").toString();
        String brokers = folder.resolve("b.csv").toString();

        assertThat(run(false, ours, brokers, "--price-rounding", "0.01")).isEqualTo(3);
        assertThat(text(out)).contains("price-rounding");
        assertThat(run(false, ours, brokers)).isEqualTo(3);
        assertThat(run(false, ours, ours)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nowhere",
                "a b c",
                "--color . .",
                ". --day",
                ". --day tomorrow",
                ". --zone Mars",
                ". --show -1",
                ". --price-rounding -1",
                ". --fee-tolerance x"
            })
    void whatIsAskedWronglyEndsWithStatusTwo(String words) throws IOException {
        write("ours.csv", row("t1", "1"));
        write("broker.csv", row("t1", "1"));
        List<String> all = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            all.add(word.equals(".") ? folder.toString() : word);
        }

        assertThat(run(false, all.toArray(String[]::new))).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).startsWith("recon: ").contains("usage: ./primegate recon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"t1,,main", "\u0000", "t1,,main,BTC-USD,BUY,x,100,USD,,,2026-11-20,,,false"})
    void aFileThatIsNoneEndsWithStatusOne(String row) throws IOException {
        write("ours.csv", row);
        write("broker.csv", row("t1", "1"));

        assertThat(run(false, folder.toString())).isEqualTo(1);
        assertThat(text(err)).startsWith("recon: a file cannot be read: ");
    }

    @Test
    void helpIsNoFailure() {
        assertThat(run(false, "--help")).isZero();
        assertThat(text(out)).isEqualTo(Wish.USAGE).contains(TradeCsv.heading().substring(0, 60));
    }

    @Test
    void progressIsForTerminalsAlone() throws IOException {
        String[] rows = new String[100_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row("t" + i, "1");
        }
        write("ours.csv", rows);
        write("broker.csv", rows);

        assertThat(run(false, folder.toString())).isZero();
        assertThat(text(err)).isEmpty();
        assertThat(run(true, folder.toString())).isZero();
        assertThat(text(err)).contains("100000 rows", "200000 rows").endsWith("\r\033[K");
    }

    private int run(boolean onTerminal, String... words) {
        return new Recon(
                        new Random(7),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        onTerminal)
                .run(List.of(words));
    }

    private void write(String name, String... rows) throws IOException {
        Files.writeString(
                folder.resolve(name), TradeCsv.heading() + "\n" + String.join("\n", rows) + "\n");
    }

    private static String row(String id, String quantity) {
        return id + ",,main,BTC-USD,BUY," + quantity + ",100,USD,0.1,USD,2026-11-20,,,false";
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
