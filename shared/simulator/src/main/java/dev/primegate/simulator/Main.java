package dev.primegate.simulator;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Runs a simulator by itself until it is killed. */
public final class Main {
    private static final String USAGE =
            "usage: dev.primegate.simulator.Main [--port PORT] [--data FOLDER] [--seed NUMBER]";

    private Main() {}

    @SuppressWarnings("SystemOut") // It is a program, and these lines are what it says.
    public static void main(String[] arguments) {
        SimulatorOptions options;
        try {
            options = options(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        Simulator simulator = Simulator.start(options);
        System.out.println("Coinbase Prime, simulated: " + simulator.url());
        System.out.println("its sockets:               " + simulator.feedUrl());
        System.out.println("its control API:           " + simulator.url() + "/control/");
    }

    static SimulatorOptions options(List<String> arguments) {
        SimulatorOptions options = SimulatorOptions.usual();
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String name = words.next();
            if (!words.hasNext()) {
                throw new IllegalArgumentException("no value for " + name);
            }
            String value = words.next();
            options =
                    switch (name) {
                        case "--port" -> options.onPort(Integer.parseInt(value));
                        case "--data" -> options.keptIn(Path.of(value));
                        case "--seed" -> options.seeded(Long.parseLong(value));
                        default -> throw new IllegalArgumentException("unknown option: " + name);
                    };
        }
        return options;
    }
}
