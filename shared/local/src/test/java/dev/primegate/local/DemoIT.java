package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built demo, as a newcomer starts it. */
class DemoIT {
    /** What differs from run to run, or is left out. */
    private static final Pattern VARYING =
            Pattern.compile("\\.{3}|(?<=demo-)[a-z0-9]+(?=-)|[0-9]+");

    @TempDir private Path folder = Path.of("replaced");

    @Test
    void theStoryHolds() throws IOException, InterruptedException {
        LocalProcess demo =
                LocalProcess.start(
                        folder,
                        "--exit",
                        "--port",
                        "0",
                        "--sim-port",
                        "0",
                        "--clear-street-port",
                        "0",
                        "--falconx-port",
                        "0",
                        "--pager-port",
                        "0");

        assertThat(demo.await()).as(demo.said()).isZero();

        assertThat(demo.said())
                .contains("PARTIALLY_FILLED", "FILLED  0.5 of 0.5")
                .contains("Idempotent-Replayed: true")
                .contains("max-order-notional: limit 250000, actual 294000")
                .contains("UNKNOWN")
                .contains(
                        "\"dedup_key\" :"
                                + " \"demo:page-broker-event/broker=coinbase-prime,rule=order-rejected\"")
                .containsSubsequence(
                        "> POST /v1/alerts/page-broker-event/broker=coinbase-prime,rule=order-rejected/acknowledge",
                        "PagerDuty gets: acknowledge demo:page-broker-event/",
                        "> POST /v1/alerts/page-broker-event/broker=coinbase-prime,rule=order-rejected/end",
                        "< 200 firing 0, acknowledged by demo",
                        "PagerDuty gets: resolve demo:page-broker-event/")
                .contains(
                        "< 200 9 breaks",
                        "missing-at-broker: buy ",
                        "rows: ours 1, theirs 0",
                        "missing-here: buy ",
                        "rows: ours 0, theirs 1",
                        "quantity: buy ",
                        "price: buy ",
                        "price-rounding: buy ",
                        "fee-not-booked: buy ",
                        "fee: ours none, theirs 1.25 USD",
                        "duplicate: buy ",
                        "settled-late: buy ",
                        "bust-not-applied: buy ",
                        "< 200 EXPLAINED",
                        "two more runs over the same books change nothing")
                .doesNotContain("Exception in", "ERROR");
        isAsTheReadmeShows(demo.said());
    }

    /** The README's lines stand in what the demo said, in their order, whatever the numbers. */
    private static void isAsTheReadmeShows(String said) throws IOException {
        String page = Files.readString(Path.of("..", "..", "README.md"));
        List<String> shown =
                page.substring(page.indexOf("\n1. Every broker"), page.indexOf("\n7. A day"))
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
        int at = 0;
        for (String line : shown) {
            Matcher found = pattern(line).matcher(said);
            assertThat(found.find(at)).as("README: %s in %s", line, said.substring(at)).isTrue();
            at = found.end();
        }
    }

    private static Pattern pattern(String line) {
        return Pattern.compile(
                VARYING.matcher(Pattern.quote(line))
                        .replaceAll(word ->
                                Matcher.quoteReplacement(
                                        "\\E%s\\Q"
                                                .formatted(
                                                        word.group().equals("...")
                                                                ? ".*"
                                                                : "[a-z0-9]+"))));
    }

    @Test
    void aTakenPortIsSaidInPlainWords() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LocalProcess demo = LocalProcess.start(folder, "--port", "" + taken.getLocalPort());

            assertThat(demo.await()).isEqualTo(1);
            assertThat(demo.said()).contains("port %d is in use".formatted(taken.getLocalPort()));
        }
    }
}
