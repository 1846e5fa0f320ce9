package dev.primegate.broker.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be shown of an exchange: names and values that are on a list, in the shapes they have.
 * Whatever is not known to be harmless is masked, so that a secret is not shown where nobody
 * thought of one. The whole of a body is told by its length and hash alone.
 */
final class Redacted {
    static final String MASK = "***";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Deeper than any broker's message, and than what a stack bears. */
    private static final int DEEPEST = 16;

    private static final int MOST = 1_000;

    private final String text;
    private int shown;

    private Redacted(String text) {
        this.text = text;
    }

    /** A path's words; what stands between them is somebody's id. */
    static String path(String path) {
        return Stream.of(path.split("/", -1))
                .map(part -> part.isEmpty() || Harmless.isPathWord(part) ? part : MASK)
                .collect(Collectors.joining("/"));
    }

    /** Names that are known. */
    static ArrayNode names(List<String> names) {
        ArrayNode shown = NODES.arrayNode();
        names.stream().map(name -> Harmless.isField(name) ? name : MASK).forEach(shown::add);
        return shown;
    }

    /** Headers that say nothing of who we are, and how many others there are. */
    static ObjectNode headers(Map<String, String> headers) {
        ObjectNode shown = NODES.objectNode();
        headers.forEach((name, value) -> {
            if (Harmless.isHeader(name, value)) {
                shown.put(name, value);
            }
        });
        return shown.put(MASK, headers.size() - shown.size());
    }

    static Redacted body(String text) {
        return new Redacted(text);
    }

    /** Adds what is shown of the body. */
    void into(ObjectNode node) {
        if (text.isEmpty()) {
            return;
        }
        node.put("length", text.length());
        json().ifPresent(body -> node.set("body", masked("", body, 0)));
    }

    private Optional<JsonNode> json() {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException _) {
            return Optional.empty(); // Nothing is known of what stands where in it.
        }
    }

    private JsonNode masked(String name, JsonNode node, int depth) {
        if (depth > DEEPEST || ++shown > MOST) {
            return NODES.textNode(MASK);
        }
        return switch (node) {
            case ObjectNode object -> object(object, depth);
            case ArrayNode array -> {
                ArrayNode all = NODES.arrayNode();
                array.forEach(item -> all.add(masked(name, item, depth + 1)));
                yield all;
            }
            default -> isShown(name, node) ? node : NODES.textNode(MASK);
        };
    }

    private ObjectNode object(ObjectNode object, int depth) {
        ObjectNode all = NODES.objectNode();
        int unlisted = 0;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (Harmless.isField(field.getKey())) {
                all.set(field.getKey(), masked(field.getKey(), field.getValue(), depth + 1));
            } else {
                unlisted++;
            }
        }
        return unlisted == 0 ? all : all.put(MASK, unlisted);
    }

    private static boolean isShown(String name, JsonNode value) {
        return value.isNull() || value.isBoolean() || Harmless.isValue(name, value.asText());
    }
}
