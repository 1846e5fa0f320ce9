package dev.primegate.broker.kit;

import dev.primegate.broker.BrokerRole;
import dev.primegate.broker.Brokers;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which brokers are used here: every one that has an adapter, unless some are named. */
@Singleton
class BrokersUsed {
    private final Optional<Set<BrokerId>> named;

    BrokersUsed(UsedConfig config) {
        this.named =
                config.brokers()
                        .map(names ->
                                names.stream()
                                        .map(BrokerId::new)
                                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Those of {@code all} that are used. */
    <R extends BrokerRole> Brokers<R> of(Collection<? extends R> all) {
        return new Brokers<>(all.stream().filter(this::isUsed).toList());
    }

    /** Those that are named and have no adapter among {@code sites}; a misspelt name is one. */
    List<BrokerId> without(Collection<? extends Site> sites) {
        Set<BrokerId> known = sites.stream().map(Site::broker).collect(Collectors.toSet());
        return named.orElse(Set.of()).stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
    }

    private boolean isUsed(BrokerRole role) {
        return named.map(names -> names.contains(role.broker())).orElse(true);
    }
}
