package dev.primegate.order;

import java.util.regex.Pattern;

/** A tenant's trading account; FIX tag 1. */
public record Account(String name) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    public Account {
        Text.require(name, SHAPE, "account");
    }

    @Override
    public String toString() {
        return name;
    }
}
