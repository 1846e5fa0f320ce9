package dev.primegate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is measured is what is called. */
class EndpointTest {
    private static final Pattern HOST = Pattern.compile("\"([a-z0-9.-]+):443\"");

    @Test
    @Proves("A9")
    void everyHostThatABrokerIsCalledAtIsMeasured() {
        Set<String> measured =
                Endpoint.known().stream()
                        .map(one -> one.broker() + " " + one.url().getHost())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(measured).isEqualTo(called());
    }

    /** From each broker's folder: what the network lets out. */
    private static Set<String> called() {
        try (Stream<Path> files = Files.walk(Path.of("..", "brokers"), 2)) {
            return files.filter(file -> file.endsWith("broker.json"))
                    .flatMap(EndpointTest::hosts)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> hosts(Path file) {
        try {
            String broker = file.getName(file.getNameCount() - 2).toString();
            return HOST.matcher(Files.readString(file))
                    .results()
                    .map(host -> broker + " " + host.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
