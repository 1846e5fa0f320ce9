package dev.primegate.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one secret. It never shows them by accident, and neither does the log. */
public final class Secret {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields that are no secret: they stand in paths and answers of whoever gave it. */
    private static final Pattern OPEN = Pattern.compile("(?i).*(id|audience|version)");

    private final String name;
    private final Map<String, String> fields;

    private Secret(String name, Map<String, String> fields) {
        this.name = name;
        this.fields = fields;
    }

    /** Reads a JSON object of strings; the message of a failure does not repeat it. */
    public static Secret parse(String name, String json) {
        Map<String, String> fields = new TreeMap<>();
        try {
            JSON.readTree(json)
                    .properties()
                    .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        } catch (JsonProcessingException _) {
            // The cause quotes its source: it must not travel.
            throw new IllegalArgumentException("secret " + name + " is not a JSON object");
        }
        fields.forEach((field, value) -> {
            if (!OPEN.matcher(field).matches()) {
                Redaction.conceal(value);
            }
        });
        return new Secret(name, fields);
    }

    /** Throws {@link IllegalArgumentException} if there is no such field. */
    public String get(String field) {
        return find(field)
                .orElseThrow(() ->
                        new IllegalArgumentException("secret " + name + " has no field " + field));
    }

    /** A field that need not be there. */
    public Optional<String> find(String field) {
        return Optional.ofNullable(fields.get(field)).filter(value -> !value.isEmpty());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret
                && name.equals(secret.name)
                && fields.equals(secret.fields);
    }

    @Override
    public int hashCode() {
        return name.hashCode(); // Of the name alone: a hash of the fields would say of them.
    }

    @Override
    public String toString() {
        return "Secret[" + name + ", ***]";
    }
}
