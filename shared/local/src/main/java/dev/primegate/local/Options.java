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
 * @param pagerPort of the stand-ins for PagerDuty and Slack
 * @param data the folder that keeps table and simulator; none keeps nothing
 * @param exit whether to end when the story is told
 * @param story whether to tell it
 */
record Options(
        int port, int simPort, int pagerPort, Optional<Path> data, boolean exit, boolean story) {
    static final String USAGE =
            """
            usage: ./primegate demo [options]
              --port N         port of the API (8080; 0 is any free one, here and below)
              --sim-port N     port of the simulated Coinbase Prime (8091)
              --pager-port N   port of the stand-ins for PagerDuty and Slack (8095)
              --data DIR       keep orders and the simulated broker in DIR across restarts
              --no-story       only start everything
              --exit           end when the story is told: status 0 if it held, 1 if not
            """;

    private static final int HIGHEST = 65_535;

    /** Throws {@link IllegalArgumentException} with words for whoever typed it. */
    static Options of(List<String> words) {
        Options options = new Options(8080, 8091, 8095, Optional.empty(), false, true);
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private Options with(String name, Iterator<String> rest) {
        return switch (name) {
            case "--port" -> new Options(port(name, rest), simPort, pagerPort, data, exit, story);
            case "--sim-port" -> new Options(port, port(name, rest), pagerPort, data, exit, story);
            case "--pager-port" -> new Options(port, simPort, port(name, rest), data, exit, story);
            case "--data" ->
                    new Options(
                            port,
                            simPort,
                            pagerPort,
                            Optional.of(Path.of(value(name, rest))),
                            exit,
                            story);
            case "--exit" -> new Options(port, simPort, pagerPort, data, true, story);
            case "--no-story" -> new Options(port, simPort, pagerPort, data, exit, false);
            default -> throw new IllegalArgumentException("there is no option " + name);
        };
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
