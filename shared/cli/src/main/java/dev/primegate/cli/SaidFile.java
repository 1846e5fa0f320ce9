package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.audit.Link;
import dev.primegate.audit.Seal;
import dev.primegate.audit.Step;
import dev.primegate.audit.Trail;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the API said of an order's history or of a trail, kept in a file. It tells each record's
 * hash, and the one before it is the hash of the record before.
 */
final class SaidFile {
    private SaidFile() {}

    /**
     * A copy of that one chain.
     *
     * @throws RefusedException if it is neither
     */
    static Copy read(Path file) throws IOException {
        return copy(file.toString(), Json.read(Files.readString(file)));
    }

    /**
     * A copy of the one chain that was said.
     *
     * @throws RefusedException if it is neither
     */
    static Copy copy(String name, JsonNode said) {
        Copy copy = new Copy(name, false);
        if (said.path("orderId").isTextual() && said.path("entries").isArray()) {
            String order = said.path("orderId").asText();
            Story story = copy.story(Story.OF_ORDER + order);
            // The answer is all there is.
            story.length(take(story, copy, said.path("entries"), order, true));
        } else if (said.path("trail").isTextual() && said.path("steps").isArray()) {
            String trail = said.path("trail").asText();
            Story story = copy.story(Story.OF_TRAIL + trail);
            long taken = take(story, copy, said.path("steps"), trail, false);
            // Another step may have been taken after they were counted.
            story.length(Math.max(taken, said.path("length").asLong()));
        } else {
            throw new RefusedException(
                    name + " is neither an order's history nor a trail, as the API tells them");
        }
        return copy;
    }

    /** How many records there were. */
    private static long take(
            Story story, Copy copy, JsonNode records, String owner, boolean isOrder) {
        String previous = Link.START;
        int index = 0;
        for (JsonNode one : records) {
            Seal seal = seal(one, owner, isOrder, previous);
            story.add("H#%010d".formatted(++index), seal);
            copy.counted();
            previous = one.path("hash").asText();
        }
        return index;
    }

    private static Seal seal(JsonNode one, String owner, boolean isOrder, String previous) {
        try {
            return Seal.of(isOrder ? entry(one, owner, previous) : step(one, owner, previous));
        } catch (IllegalArgumentException | DateTimeException _) {
            return new Seal(0, previous, "", false);
        }
    }

    private static HistoryEntry entry(JsonNode one, String order, String previous) {
        return new HistoryEntry(
                new OrderId(order),
                one.path("version").asLong(),
                Instant.parse(one.path("at").asText()),
                one.path("by").asText(),
                one.path("event").asText(),
                OrderStatus.valueOf(one.path("ordStatus").asText()),
                facts(one),
                previous,
                one.path("hash").asText());
    }

    private static Step step(JsonNode one, String trail, String previous) {
        return new Step(
                new Trail(trail),
                one.path("version").asLong(),
                Instant.parse(one.path("at").asText()),
                one.path("by").asText(),
                one.path("act").asText(),
                facts(one),
                previous,
                one.path("hash").asText());
    }

    private static SortedMap<String, String> facts(JsonNode one) {
        SortedMap<String, String> facts = new TreeMap<>();
        one.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
        return facts;
    }
}
