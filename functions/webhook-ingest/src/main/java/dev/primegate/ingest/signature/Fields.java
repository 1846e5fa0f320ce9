package dev.primegate.ingest.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A header of the form {@code name=value,name=value}; a name may come more than once. */
final class Fields {
    private final List<String> fields;

    private Fields(List<String> fields) {
        this.fields = fields;
    }

    static Optional<Fields> of(Delivery delivery, String header) {
        return delivery.header(header).map(value -> new Fields(List.of(value.split(",", -1))));
    }

    /** The value of a field that comes exactly once. */
    Optional<String> get(String name) {
        List<String> all = all(name);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** Every value of {@code name} that is a signature in hex. */
    List<byte[]> signatures(String name) {
        return all(name).stream().map(Encodings::hex).flatMap(Optional::stream).toList();
    }

    private List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (String field : fields) {
            String trimmed = field.strip();
            if (trimmed.startsWith(name + "=")) {
                values.add(trimmed.substring(name.length() + 1));
            }
        }
        return values;
    }
}
