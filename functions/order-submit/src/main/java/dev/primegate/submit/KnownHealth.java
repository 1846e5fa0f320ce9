package dev.primegate.submit;

import dev.primegate.broker.BrokerHealth;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What this instance knows of the brokers' health. It asks again when that is too old, at most once
 * in that time: so an order that comes after a while pays one read, and those behind it none.
 */
@Singleton
class KnownHealth {
    private final BrokerHealth health;
    private final Clock clock;
    private Optional<Known> known = Optional.empty();

    KnownHealth(BrokerHealth health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    /** Those of {@code brokers} that were down, as of {@code maxAge} ago or later. */
    synchronized Set<BrokerId> down(List<BrokerId> brokers, Duration maxAge) {
        Instant now = clock.instant();
        Known fresh =
                known.filter(k -> now.isBefore(k.at.plus(maxAge)))
                        .orElseGet(() -> new Known(ask(brokers), now));
        known = Optional.of(fresh);
        return fresh.down;
    }

    private Set<BrokerId> ask(List<BrokerId> brokers) {
        return health.standings(brokers).entrySet().stream()
                .filter(entry -> !entry.getValue().isUp())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Known(Set<BrokerId> down, Instant at) {}
}
