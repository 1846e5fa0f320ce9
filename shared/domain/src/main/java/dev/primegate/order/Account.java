package dev.primegate.order;

/** A tenant's trading account; FIX tag 1. */
public record Account(String name) {
    public Account {
        Text.require(name, "[A-Za-z0-9_.-]{1,40}", "account");
    }

    @Override
    public String toString() {
        return name;
    }
}
