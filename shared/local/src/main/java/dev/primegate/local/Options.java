package dev.primegate.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * How {@code ./primegate demo} was called.
 *
 * @param port of the API; 0 is any free one, here and below
 * @param simPort of the simulated Coinbase Prime
 * @param clearStreetPort of the simulated Clear Street
 * @param pagerPort of the stand-ins for PagerDuty and Slack
 * @param data the folder that keeps table and simulator; none keeps nothing
 * @param exit whether to end when the story is told
 * @param story whether to tell it
 * @param schedules whether anything runs that nobody calls: feeds, reconcile, alerts
 */
record Options(
        int port,
        int simPort,
        int clearStreetPort,
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
        Options options = new Options(8080, 8091, 8093, 8095, Optional.empty(), false, true, true);
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private Options with(String name, Iterator<String> rest) {
        return switch (name) {
            case "--port" -> ports(port(name, rest), simPort, clearStreetPort, pagerPort);
            case "--sim-port" -> ports(port, port(name, rest), clearStreetPort, pagerPort);
            case "--clear-street-port" -> ports(port, simPort, port(name, rest), pagerPort);
            case "--pager-port" -> ports(port, simPort, clearStreetPort, port(name, rest));
            case "--data" -> keptIn(Path.of(value(name, rest)));
            case "--exit" -> running(true, story, schedules);
            case "--no-story" -> running(exit, false, schedules);
            case "--no-schedules" -> running(exit, false, false);
            default -> throw new IllegalArgumentException("there is no option " + name);
        };
    }

    private Options ports(int ofApi, int ofPrime, int ofClearStreet, int ofPager) {
        return new Options(
                ofApi, ofPrime, ofClearStreet, ofPager, data, exit, story, schedules);
    }

    private Options keptIn(Path folder) {
        return new Options(
                port,
                simPort,
                clearStreetPort,
                pagerPort,
                Optional.of(folder),
                exit,
                story,
                schedules);
    }

    private Options running(boolean ends, boolean told, boolean scheduled) {
        return new Options(
                port, simPort, clearStreetPort, pagerPort, data, ends, told, scheduled);
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
}
