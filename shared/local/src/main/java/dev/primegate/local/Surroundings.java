package dev.primegate.local;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Starts what a function has around it, and nothing else, for a function that runs by itself:
 * prints its settings as environment variables, a blank line, and stays until it is killed.
 */
@SuppressWarnings("SystemOut") // It is a program, and these lines are what it says.
final class Surroundings {
    private Surroundings() {}

    public static void main(String... arguments) throws InterruptedException {
        Parts parts = Parts.start(Options.of(List.of(arguments)));
        new TreeMap<>(parts.config())
                .forEach((name, value) -> System.out.println(variable(name) + "=" + value));
        System.out.println();
        Thread.currentThread().join();
    }

    /** The environment variable of a setting, as MicroProfile Config reads it. */
    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
