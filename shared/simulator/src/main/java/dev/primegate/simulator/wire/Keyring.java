package dev.primegate.simulator.wire;

import java.util.Set;

/** Which keys are taken no longer: all are, at first. */
public final class Keyring {
    private volatile Set<String> retired = Set.of();

    /** From now on these are refused, and all others taken. */
    public void retire(Set<String> keys) {
        retired = Set.copyOf(keys);
    }

    public boolean takes(String key) {
        return !retired.contains(key);
    }
}
