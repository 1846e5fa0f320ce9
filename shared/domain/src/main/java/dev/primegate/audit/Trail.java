package dev.primegate.audit;

import dev.primegate.order.Tenant;
import java.util.regex.Pattern;

/** Whose steps are chained together: a tenant's, or the house's, which concern all tenants. */
public record Trail(String text) {
    private static final Pattern SHAPE = Pattern.compile("house|tenant:[a-z0-9-]{1,40}");

    /** Halts of everything, of a broker, of a symbol. */
    public static final Trail HOUSE = new Trail("house");

    public Trail {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a trail: " + text);
        }
    }

    public static Trail of(Tenant tenant) {
        return new Trail("tenant:" + tenant);
    }

    @Override
    public String toString() {
        return text;
    }
}
