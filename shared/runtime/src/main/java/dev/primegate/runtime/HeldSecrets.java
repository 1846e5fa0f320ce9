package dev.primegate.runtime;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets of one store, each held for less than five minutes. */
@Singleton
class HeldSecrets implements Secrets {
    private final SecretSource source;
    private final Duration overlap;
    private final Clock clock;
    private final Background background;
    private final Map<String, HeldSecret<SecretVersion>> current = new ConcurrentHashMap<>();
    private final Map<String, HeldSecret<Optional<Secret>>> previous = new ConcurrentHashMap<>();

    @Inject
    HeldSecrets(
            @All List<SecretSource> sources,
            SecretsConfig config,
            SecretAges ages,
            Clock clock,
            Background background) {
        this(ages.over(chosen(sources, config.source())), config.overlap(), clock, background);
    }

    HeldSecrets(SecretSource source, Duration overlap, Clock clock, Background background) {
        this.source = source;
        this.overlap = overlap;
        this.clock = clock;
        this.background = background;
    }

    @Override
    public Secret get(String name) {
        return current(name).at(clock.instant()).secret();
    }

    @Override
    public Optional<Secret> previous(String name) {
        Instant now = clock.instant();
        if (!now.isBefore(current(name).at(now).since().plus(overlap))) {
            return Optional.empty();
        }
        return previous.computeIfAbsent(
                        name, n -> new HeldSecret<>(n, () -> source.previous(n), background))
                .at(now);
    }

    @Override
    public Optional<Secret> renewed(String name, Secret refused) {
        Instant now = clock.instant();
        Secret held = current(name).at(now).secret();
        Secret latest = held.equals(refused) ? current(name).renewed(now).secret() : held;
        return Optional.of(latest).filter(secret -> !secret.equals(refused));
    }

    private HeldSecret<SecretVersion> current(String name) {
        return current.computeIfAbsent(
                name, n -> new HeldSecret<>(n, () -> source.current(n), background));
    }

    private static SecretSource chosen(List<SecretSource> sources, String id) {
        return sources.stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "primegate.secrets.source is %s; this build has %s"
                                        .formatted(
                                                id,
                                                sources.stream().map(SecretSource::id).toList())));
    }
}
