package dev.primegate.runtime;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
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

    private final Config config;

    SecretSettings(Config config) {
        this.config = config;
    }

    void conceal(@Observes StartupEvent started) {
        for (String name : config.getPropertyNames()) {
            if (NAMES.matcher(name).matches()) {
                config.getOptionalValue(name, String.class).ifPresent(Redaction::conceal);
            }
        }
    }
}
