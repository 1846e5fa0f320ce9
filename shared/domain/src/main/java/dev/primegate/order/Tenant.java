package dev.primegate.order;

import java.util.regex.Pattern;

/** Whose orders these are; taken from the caller's credential, never from a body. */
public record Tenant(String name) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,40}");

    public Tenant {
        Text.require(name, SHAPE, "tenant");
    }

    @Override
    public String toString() {
        return name;
    }
}
