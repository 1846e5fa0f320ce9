package dev.primegate.simulation.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of the table, by partition and sort key, and its two sparse indexes. */
final class Rows {
    private final Map<String, TreeMap<String, Map<String, AttributeValue>>> partitions =
            new TreeMap<>();
    private final Map<String, Index> indexes =
            Map.of("due", new Index("duePk", "dueAt"), "list", new Index("listPk", "listSk"));
    private final List<Consumer<Map<String, AttributeValue>>> watchers = new ArrayList<>();

    /** Every item that is written is shown to {@code watcher}. */
    void watch(Consumer<Map<String, AttributeValue>> watcher) {
        watchers.add(watcher);
    }

    /** The item, or an empty one. */
    Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
        return partition(text(key, "pk")).getOrDefault(text(key, "sk"), Map.of());
    }

    void put(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> kept = Collections.unmodifiableMap(Values.kept(item));
        Map<String, AttributeValue> before =
                partitions
                        .computeIfAbsent(text(kept, "pk"), _ -> new TreeMap<>())
                        .put(text(kept, "sk"), kept);
        indexes.values().forEach(index -> index.move(before, kept));
        watchers.forEach(watcher -> watcher.accept(kept));
    }

    void delete(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> before = partition(text(key, "pk")).remove(text(key, "sk"));
        indexes.values().forEach(index -> index.move(before, null));
    }

    Collection<Map<String, AttributeValue>> partitionOf(String pk) {
        return partition(pk).values();
    }

    Index index(String name) {
        return Objects.requireNonNull(indexes.get(name), name);
    }

    List<Map<String, AttributeValue>> all() {
        return partitions.values().stream().flatMap(p -> p.values().stream()).toList();
    }

    private Map<String, Map<String, AttributeValue>> partition(String pk) {
        return partitions.getOrDefault(pk, new TreeMap<>());
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }

    /** Items that have both its attributes. */
    static final class Index {
        private final Map<String, TreeMap<String, Map<String, AttributeValue>>> entries =
                new HashMap<>();
        private final String hash;
        private final String range;

        Index(String hash, String range) {
            this.hash = hash;
            this.range = range;
        }

        String hash() {
            return hash;
        }

        Collection<Map<String, AttributeValue>> partitionOf(String value) {
            return entries.getOrDefault(value, new TreeMap<>()).values();
        }

        private void move(
                @Nullable Map<String, AttributeValue> before,
                @Nullable Map<String, AttributeValue> after) {
            if (before != null && isIn(before)) {
                entries.getOrDefault(text(before, hash), new TreeMap<>()).remove(place(before));
            }
            if (after != null && isIn(after)) {
                entries.computeIfAbsent(text(after, hash), _ -> new TreeMap<>())
                        .put(place(after), after);
            }
        }

        private boolean isIn(Map<String, AttributeValue> item) {
            return item.containsKey(hash) && item.containsKey(range);
        }

        private String place(Map<String, AttributeValue> item) {
            return text(item, range) + "\n" + text(item, "pk") + "\n" + text(item, "sk");
        }
    }
}
