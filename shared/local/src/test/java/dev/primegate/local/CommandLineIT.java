package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's path, typed into the command line beside a running demo. */
class CommandLineIT {
    private static final Path CLI = Path.of("..", "cli", "target");
    private static final int TRIES = 6_000;

    @TempDir private Path folder = Path.of("replaced");

    private Optional<LocalProcess> demo = Optional.empty();
    private String api = "";
    private String sim = "";

    /** What a line gave. */
    private record Typed(int status, String out, String err) {}

    @BeforeEach
    void start() throws InterruptedException {
        List<String> options = new ArrayList<>();
        for (String port : List.of("", "sim-", "falconx-", "clear-street-", "pager-")) {
            options.addAll(List.of("--" + port + "port", "0"));
        }
        demo = Optional.of(LocalProcess.start(folder, options.toArray(String[]::new)));
        api = said("(?m)^ +orders +(http://[^/]+)/");
        sim = said("(?m)^ +Coinbase Prime +(http://\\S+)");
        // The story ends with a day of breaks, and leaves them there.
        var _ = said("(Ctrl-C ends it)");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (demo.isPresent()) {
            demo.get().kill();
        }
    }

    @Test
    void fromAnOrderToAnExplainedBreak() throws IOException, InterruptedException {
        assertThat(type("doctor").status()).isZero();

        Typed sent = submit("path-1");
        assertThat(sent.status()).as(sent.err()).isZero();
        assertThat(submit("path-1").err()).contains("nothing was sent again");
        String order =
                first("\"orderId\" : \"(\\w+)\"", type("orders", "--account", "demo", "--json"));
        assertThat(type("order", "watch", order, "--for", "300").out()).contains("FILLED");
        assertThat(type("positions", "--account", "demo").out()).contains("BTC-USD");

        assertThat(type("halt", "symbol:BTC-USD", "--reason", "trying").status()).isZero();
        assertThat(submit("path-2").status()).isEqualTo(4);
        assertThat(resume("ann").status()).isEqualTo(3);
        assertThat(resume("ann").status()).isEqualTo(3);
        assertThat(resume("bob").status()).isZero();
        assertThat(submit("path-2").status()).isZero();
        assertThat(type("audit", "verify", "--trail", "house", "--trail", "tenant").err())
                .contains("every record is what was written");

        Typed run = type("recon", "run", "--account", "demo");
        assertThat(run.err()).contains("trades ended at ");
        assertThat(run.status()).as(run.out()).isEqualTo(3);
        Typed found = type("breaks", "--account", "demo", "--json");
        assertThat(found.status()).isEqualTo(3);
        String open = first("\"breakId\" : \"([^\"]+)\",\\s+\"state\" : \"OPEN\"", found);
        assertThat(type("recon", "explain", open).out()).contains("ours", "broker", "next: ");
        assertThat(
                        type(
                                        "recon",
                                        "explain",
                                        open,
                                        "--reason",
                                        "TIMING",
                                        "--evidence",
                                        "ticket 7")
                                .out())
                .contains("EXPLAINED");
        assertThat(type("recon", "explain", open).status()).isZero();
    }

    @Test
    void whatIsTriggeredIsHeard() throws IOException, InterruptedException {
        for (String event : List.of("partial-fill", "cancel", "reject", "unknown")) {
            Typed typed = type("trigger", event, "--account", "demo", "--sim-url", sim);
            assertThat(typed.status()).as(event + typed.out() + typed.err()).isZero();
        }

        assertThat(type("listen", "--account", "demo", "--past", "--for", "0").out())
                .contains("order.changed", "execution.booked", "break.moved")
                // What was in doubt may be settled by now.
                .contains("PARTIALLY_FILLED", "CANCEL", "REJECTED");
    }

    private Typed submit(String name) throws IOException, InterruptedException {
        return type(
                "order",
                "submit",
                "--account",
                "demo",
                "--symbol",
                "BTC-USD",
                "--side",
                "BUY",
                "--qty",
                "0.01",
                "--price",
                "61000",
                "--tif",
                "GTC",
                "--desk",
                "it",
                "--trader",
                "jane",
                "--id",
                name);
    }

    private Typed resume(String person) throws IOException, InterruptedException {
        return type("resume", "symbol:BTC-USD", "--reason", "tried", "--as", person);
    }

    private Typed type(String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                CLI.resolve("classes")
                                        + ":"
                                        + Files.readString(CLI.resolve("classpath")).strip(),
                                "dev.primegate.cli.Main"));
        command.addAll(List.of(words));
        command.addAll(List.of("--url", api));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            var _ = process.destroyForcibly();
            throw new IllegalStateException("it does not end: " + command);
        }
        return new Typed(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static String first(String pattern, Typed typed) {
        Matcher found = Pattern.compile(pattern).matcher(typed.out());
        assertThat(found.find()).as(typed.out() + typed.err()).isTrue();
        return found.group(1);
    }

    /** What the demo says, once it does. */
    private String said(String pattern) throws InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        for (int i = 0; i < TRIES; i++) {
            Matcher found = wanted.matcher(demo.orElseThrow().said());
            if (found.find()) {
                return found.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the demo does not say it: " + demo.orElseThrow().said());
    }
}
