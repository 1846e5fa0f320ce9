package dev.primegate.console.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo in a process of its own, without its story. */
final class Demo {
    private static final Path JAR =
            Path.of("..", "..", "local", "target", "quarkus-app", "quarkus-run.jar");

    private static final int TRIES = 3000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path said;

    private Demo(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Returns when it is ready. */
    static Demo start(Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED"));
        Path data = folder.resolve("data");
        Books.settings(data).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString(), "--no-story"));
        command.addAll(List.of("--data", data.toString()));
        for (String port : List.of("", "sim-", "falconx-", "clear-street-", "pager-")) {
            command.addAll(List.of("--" + port + "port", "0"));
        }
        Demo demo =
                new Demo(
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(said.toFile())
                                .start(),
                        said);
        demo.place("log");
        return demo;
    }

    URI api() throws IOException, InterruptedException {
        return URI.create(place("orders")).resolve("/");
    }

    URI prime() throws IOException, InterruptedException {
        return URI.create(place("Coinbase Prime"));
    }

    /** Sends {@code body}; fails unless the answer's status is {@code expected}. */
    String call(String method, URI where, String body, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(where)
                                .timeout(Duration.ofSeconds(60))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(
                    "%s %s: expected %d, found %d %s"
                            .formatted(
                                    method, where, expected, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    /** The address that the demo prints beside {@code name}, once it does. */
    private String place(String name) throws IOException, InterruptedException {
        Pattern line = Pattern.compile("(?m)^ +%s +(\\S+)".formatted(name));
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            Matcher found = line.matcher(Files.readString(said));
            if (found.find()) {
                return found.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the demo does not say it: " + Files.readString(said));
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            var _ = process.destroyForcibly().waitFor();
        }
    }
}
