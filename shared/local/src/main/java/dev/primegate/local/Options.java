package dev.primegate.local;

import dev.primegate.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * How {@code ./primegate demo} was called.
 *
 * @param port of the API; 0 is any free one, here and below
 * @param sims of the simulated brokers
 * @param pagerPort of the stand-ins for PagerDuty and Slack
 * @param data the folder that keeps table and simulator; none keeps nothing
 * @param exit whether to end when the story is told
 * @param story whether to tell it
 * @param schedules whether anything runs that nobody calls: feeds, reconcile, alerts
 */
record Options(
        int port,
        Sims sims,
        int pagerPort,
        Optional<Path> data,
        boolean exit,
        boolean story,
        boolean schedules) {
    static final String USAGE =
            """
            usage: ./primegate demo [options]
              --port N         port of the API (8080; 0 is any free one, here and below)
              --sim-port N     port of the simulated Coinbase Prime (8091)
              --falconx-port N port of the simulated FalconX (8092)
              --clear-street-port N
                               port of the simulated Clear Street (8093)
              --pager-port N   port of the stand-ins for PagerDuty and Slack (8095)
              --data DIR       keep orders and the simulated broker in DIR across restarts
              --no-story       only start everything
              --no-schedules   and run nothing that is not called: no feeds, reconcile, alerts
              --exit           end when the story is told: status 0 if it held, 1 if not
            """;

    private static final int HIGHEST = 65_535;

    /** Throws {@link IllegalArgumentException} with words for whoever typed it. */
    static Options of(List<String> words) {
        Options options = new Options(8080, Sims.USUAL, 8095, Optional.empty(), false, true, true);
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private Options with(String name, Iterator<String> rest) {
        return switch (name) {
            case "--port" -> ports(port(name, rest), sims, pagerPort);
            case "--sim-port" -> ports(port, sims.withPrime(port(name, rest)), pagerPort);
            case "--falconx-port" -> ports(port, sims.withFalconX(port(name, rest)), pagerPort);
            case "--clear-street-port" ->
                    ports(port, sims.withClearStreet(port(name, rest)), pagerPort);
            case "--pager-port" -> ports(port, sims, port(name, rest));
            case "--data" -> keptIn(Path.of(value(name, rest)));
            case "--exit" -> running(true, story, schedules);
            case "--no-story" -> running(exit, false, schedules);
            case "--no-schedules" -> running(exit, false, false);
            default -> throw new IllegalArgumentException("there is no option " + name);
        };
    }

    private Options ports(int ofApi, Sims ofBrokers, int ofPager) {
        return new Options(ofApi, ofBrokers, ofPager, data, exit, story, schedules);
    }

    private Options keptIn(Path folder) {
        return new Options(port, sims, pagerPort, Optional.of(folder), exit, story, schedules);
    }

    private Options running(boolean ends, boolean told, boolean scheduled) {
        return new Options(port, sims, pagerPort, data, ends, told, scheduled);
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " expects a value");
        }
        return rest.next();
    }

    private static int port(String name, Iterator<String> rest) {
        String value = value(name, rest);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > HIGHEST) {
            throw new IllegalArgumentException(
                    name + " expects a port from 0 to 65535, found " + value);
        }
        return Integer.parseInt(value);
    }

    /** A port for each simulated broker. */
    record Sims(int prime, int falconX, int clearStreet) {
        static final Sims USUAL =
                new Sims(
                        SimulatorOptions.COINBASE_PRIME_PORT,
                        SimulatorOptions.FALCONX_PORT,
                        SimulatorOptions.CLEAR_STREET_PORT);

        Sims withPrime(int other) {
            return new Sims(other, falconX, clearStreet);
        }

        Sims withFalconX(int other) {
            return new Sims(prime, other, clearStreet);
        }

        Sims withClearStreet(int other) {
            return new Sims(prime, falconX, other);
        }
    }
}
