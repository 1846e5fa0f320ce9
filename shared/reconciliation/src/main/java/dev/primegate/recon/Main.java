package dev.primegate.recon;

import java.io.Console;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** The process of {@code ./primegate recon}. */
@SuppressWarnings("SystemOut") // It is a program, and these lines are what it says.
public final class Main {
    private Main() {}

    public static void main(String... words) {
        boolean onTerminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        System.exit(
                new Recon(new SecureRandom(), System.out, System.err, onTerminal)
                        .run(List.of(words)));
    }
}
