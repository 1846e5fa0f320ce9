package dev.primegate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.primegate.simulator.clearstreet.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendors' own published SDKs, unmodified, trade with the simulated brokers. */
class VendorSdkTest {
    private static final Path SDK = Path.of("src/test/sdk");

    @TempDir private Path folder = Path.of("replaced");

    @Test
    void coinbasesOwnSdkTrades() throws IOException, InterruptedException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.usual().onAnyPort())) {
            trade(SDK, simulator);
        }
    }

    @Test
    void clearStreetsOwnSdkTrades() throws IOException, InterruptedException {
        try (Simulator simulator =
                Simulator.clearStreet(SimulatorOptions.usual().onAnyPort(), Session.ALWAYS)) {
            trade(SDK.resolve("clear-street"), simulator);
        }
    }

    private void trade(Path sdk, Simulator simulator) throws IOException, InterruptedException {
        for (String file : List.of("package.json", "package-lock.json", "trade.cjs")) {
            Files.copy(sdk.resolve(file), folder.resolve(file));
        }
        assumeThat(run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"))
                .as("SKIPPED: there is no npm here, or the SDK cannot be fetched")
                .isZero();
        int status = run("node", "trade.cjs", simulator.url().toString());

        assertThat(status).as(Files.readString(folder.resolve("said.txt"))).isZero();
    }

    private int run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("said.txt").toFile())
                            .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException _) {
            return -1; // There is no such program.
        }
    }
}
