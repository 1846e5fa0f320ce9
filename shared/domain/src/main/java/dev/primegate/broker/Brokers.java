package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Every broker that can play the role {@code R}. */
public final class Brokers<R extends BrokerRole> {
    private final TreeMap<BrokerId, R> byId = new TreeMap<>();

    /** Throws {@link IllegalArgumentException} if one broker plays the role twice. */
    public Brokers(Collection<? extends R> all) {
        for (R role : all) {
            if (byId.put(role.broker(), role) != null) {
                throw new IllegalArgumentException(role.broker() + " plays its role twice");
            }
        }
    }

    public Optional<R> find(BrokerId broker) {
        return Optional.ofNullable(byId.get(broker));
    }

    /** In the order of their names. */
    public List<R> all() {
        return List.copyOf(byId.values());
    }
}
