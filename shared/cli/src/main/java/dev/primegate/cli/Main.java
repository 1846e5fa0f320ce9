package dev.primegate.cli;

import java.io.Console;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The process of {@code ./primegate VERB}: what comes in from the machine comes in here. */
@SuppressWarnings("SystemOut") // It is a program, and these streams are what it says.
public final class Main {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private Main() {}

    public static void main(String... words) {
        Map<String, String> environment = new ProcessBuilder().environment();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            Surroundings here =
                    new Surroundings(
                            client,
                            Clock.systemUTC(),
                            new SecureRandom(),
                            environment,
                            System.out,
                            System.err,
                            Optional.ofNullable(System.console())
                                    .filter(Console::isTerminal)
                                    .isPresent());
            System.exit(Verbs.run(here, List.of(words)));
        }
    }
}
