package dev.primegate.runtime;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Conceals the settings that are secrets themselves, as those that AWS gives a function in its
 * environment.
 */
@Singleton
class SecretSettings {
    private static final Pattern NAMES =
            Pattern.compile(
                    "(?i).*(password|passphrase"
                            + "|(secret[-_.]?access|private|api|signing|routing)[-_.]?key"
                            + "|(session|security|client|access)[-_.]token)");

    /** How those names end: few do, and a start has many. */
    private static final List<String> ENDS = List.of("password", "passphrase", "key", "token");

    private final Config config;

    SecretSettings(Config config) {
        this.config = config;
    }

    static boolean isSecret(String name) {
        return ENDS.stream().anyMatch(end -> endsWith(name, end)) && NAMES.matcher(name).matches();
    }

    private static boolean endsWith(String name, String end) {
        return name.regionMatches(true, name.length() - end.length(), end, 0, end.length());
    }

    void conceal(@Observes StartupEvent started) {
        for (String name : config.getPropertyNames()) {
            if (isSecret(name)) {
                config.getOptionalValue(name, String.class).ifPresent(Redaction::conceal);
            }
        }
    }
}
