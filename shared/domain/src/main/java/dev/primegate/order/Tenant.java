package dev.primegate.order;

/** Whose orders these are; taken from the caller's credential, never from a body. */
public record Tenant(String name) {
    public Tenant {
        Text.require(name, "[a-z0-9-]{1,40}", "tenant");
    }

    @Override
    public String toString() {
        return name;
    }
}
