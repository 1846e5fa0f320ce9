package dev.primegate.simulator;

import static dev.primegate.simulator.Client.PORTFOLIO;
import static dev.primegate.simulator.Client.limit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is on the disk: killing the process loses none of it. */
class SurvivalTest {
    @TempDir private Path folder = Path.of("replaced");

    @Test
    void whatWasAnsweredOutlivesTheProcess() throws IOException, InterruptedException {
        Process first = start();
        Client before = new Client(url(first));
        String id = before.order(limit("kept", "50000")).body().path("order_id").asText();
        var _ = first.destroyForcibly().waitFor();

        Process second = start();
        try {
            Client after = new Client(url(second));
            assertThat(
                            after.get(PORTFOLIO + "/orders/" + id)
                                    .body()
                                    .at("/order/client_order_id")
                                    .asText())
                    .isEqualTo("kept");
            assertThat(after.order(limit("kept", "50000")).status()).isEqualTo(400);
            assertThat(
                            after.send("GET", "/control/orders", "", Map.of())
                                    .body()
                                    .at("/orders/0/posted")
                                    .asInt())
                    .isEqualTo(2);
        } finally {
            var _ = second.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.primegate.simulator.Main",
                        "--port",
                        "0",
                        "--data",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** It prints its address once it listens. */
    private static URI url(Process process) throws IOException {
        BufferedReader said = process.inputReader();
        String line = said.readLine();
        return URI.create(line.substring(line.lastIndexOf(' ') + 1));
    }
}
