package dev.primegate.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One line of an export of the table: an item in DynamoDB's JSON. */
record ExportRecord(String pk, String sk, JsonNode item) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build();

    /** Empty if the line is no item. */
    static Optional<ExportRecord> read(String line) {
        try {
            JsonNode item = MAPPER.readTree(line).path("Item");
            String pk = item.path("pk").path("S").asText();
            String sk = item.path("sk").path("S").asText();
            return pk.isEmpty() || sk.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ExportRecord(pk, sk, item));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /**
     * A text.
     *
     * @throws IllegalArgumentException if there is none
     */
    String text(String name) {
        return value(name, "S");
    }

    /**
     * A whole number as the table writes it, without a sign or zeros before it.
     *
     * @throws IllegalArgumentException if there is none
     */
    long number(String name) {
        String digits = value(name, "N");
        if (!digits.matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(name + " is no version: " + digits);
        }
        return Long.parseLong(digits);
    }

    /**
     * Texts by their names.
     *
     * @throws IllegalArgumentException if something else is among them
     */
    SortedMap<String, String> texts(String name) {
        JsonNode typed = only(item.path(name), "M", name);
        SortedMap<String, String> texts = new TreeMap<>();
        typed.properties()
                .forEach(entry ->
                        texts.put(entry.getKey(), textual(entry.getValue(), "S", entry.getKey())));
        return texts;
    }

    private String value(String name, String type) {
        return textual(item.path(name), type, name);
    }

    private static String textual(JsonNode typed, String type, String name) {
        JsonNode value = only(typed, type, name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return value.textValue();
    }

    private static JsonNode only(JsonNode typed, String type, String name) {
        if (typed.size() != 1 || !typed.has(type)) {
            throw new IllegalArgumentException("%s is no %s".formatted(name, type));
        }
        return typed.path(type);
    }
}
