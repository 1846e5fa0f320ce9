package dev.primegate.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * An address of a broker that answers a GET, if only to refuse it.
 *
 * @param broker as its folder is called
 */
public record Endpoint(String broker, URI url) {
    private static final String FILE = "endpoints.tsv";

    public Endpoint {
        if (broker.isBlank() || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "expected a broker and a URL with a host, found %s %s".formatted(broker, url));
        }
    }

    /** Production's, of every broker: each host that the product calls, and no other. */
    public static List<Endpoint> known() {
        try (InputStream file =
                        Objects.requireNonNull(Endpoint.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().map(Endpoint::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoint of(String line) {
        String[] cells = line.split("\t", -1);
        return new Endpoint(cells[0], URI.create(cells[1]));
    }
}
