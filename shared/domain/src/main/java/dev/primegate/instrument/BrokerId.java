package dev.primegate.instrument;

import java.util.regex.Pattern;

/**
 * A prime broker's name in our system: the name of its folder under {@code shared/brokers}. It
 * stands here, lowest, because instruments already go by another name at each broker.
 */
public record BrokerId(String name) implements Comparable<BrokerId> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    public BrokerId {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a broker name: " + name);
        }
    }

    @Override
    public int compareTo(BrokerId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
