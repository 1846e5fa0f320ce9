package dev.primegate.simulator;

import dev.primegate.simulator.clearstreet.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Runs a simulator by itself until it is killed. */
public final class Main {
    private static final String USAGE =
            "usage: dev.primegate.simulator.Main [--broker"
                    + " coinbase-prime|falconx|clear-street|alpaca-broker] [--port PORT] [--data FOLDER] [--seed NUMBER]";

    private Main() {}

    @SuppressWarnings("SystemOut") // It is a program, and these lines are what it says.
    public static void main(String[] arguments) {
        Simulator simulator;
        try {
            simulator = start(new ArrayList<>(List.of(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        System.out.println("simulated at:    " + simulator.url());
        System.out.println("its sockets:     " + simulator.feedUrl());
        System.out.println("its control API: " + simulator.url() + "/control/");
    }

    private static Simulator start(List<String> arguments) {
        int named = arguments.indexOf("--broker");
        String broker = "coinbase-prime";
        if (named >= 0) {
            if (named + 1 == arguments.size()) {
                throw new IllegalArgumentException("no value for --broker");
            }
            broker = arguments.remove(named + 1);
            arguments.remove(named);
        }
        SimulatorOptions usual = SimulatorOptions.usual();
        return switch (broker) {
            case "coinbase-prime" -> Simulator.start(options(usual, arguments));
            case "falconx" ->
                    Simulator.falconX(
                            options(usual.onPort(SimulatorOptions.FALCONX_PORT), arguments));
            case "clear-street" ->
                    Simulator.clearStreet(
                            options(usual.onPort(SimulatorOptions.CLEAR_STREET_PORT), arguments),
                            Session.ALWAYS);
            case "alpaca-broker" ->
                    Simulator.alpacaBroker(
                            options(usual.onPort(SimulatorOptions.ALPACA_BROKER_PORT), arguments));
            default -> throw new IllegalArgumentException("unknown broker: " + broker);
        };
    }

    private static SimulatorOptions options(SimulatorOptions usual, List<String> arguments) {
        SimulatorOptions options = usual;
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
