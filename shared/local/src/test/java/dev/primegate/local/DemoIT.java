package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built demo, as a newcomer starts it. */
class DemoIT {
    @TempDir private Path folder = Path.of("replaced");

    @Test
    void theStoryHolds() throws InterruptedException {
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
