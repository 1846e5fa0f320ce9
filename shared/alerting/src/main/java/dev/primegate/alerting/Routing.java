package dev.primegate.alerting;

import dev.primegate.alert.routing.RoutingTree;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The routing tree of this installation. A file that cannot be read keeps it from starting. */
@Singleton
public class Routing {
    /** Where the tree is. */
    @ConfigMapping(prefix = "primegate.routing")
    interface RoutingConfig {
        /** A YAML file; without it, the one that travels with the software. */
        Optional<Path> file();
    }

    @Produces
    @Singleton
    RoutingTree tree(RoutingConfig config) {
        return RoutingFile.read(config.file().map(Routing::text).orElseGet(Routing::usual));
    }

    /** The tree that travels with the software. */
    public static RoutingTree usualTree() {
        return RoutingFile.read(usual());
    }

    /** The same, as YAML. */
    public static String usual() {
        try (InputStream yaml = Routing.class.getResourceAsStream("routing.yaml")) {
            return new String(
                    Objects.requireNonNull(yaml, "routing.yaml").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("primegate.routing.file: cannot be read: " + file, e);
        }
    }
}
