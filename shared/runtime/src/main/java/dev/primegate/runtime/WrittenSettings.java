package dev.primegate.runtime;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings that a name of the environment cannot spell, such as those of a broker with a dash in
 * its name: {@code PRIMEGATE_PROPERTIES} has lines of {@code name=value}, as a properties file. A
 * function has no other place for them. What the environment says by a name of its own goes before.
 */
public final class WrittenSettings implements ConfigSourceFactory {
    private static final String NAME = "primegate.properties";

    /** Below the environment (300), above what is packed with the function (250). */
    private static final int ORDINAL = 290;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return Optional.ofNullable(context.getValue(NAME).getValue())
                .map(text -> List.<ConfigSource>of(source(text)))
                .orElse(List.of());
    }

    private static ConfigSource source(String text) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PropertiesConfigSource(settings, NAME, ORDINAL);
    }
}
