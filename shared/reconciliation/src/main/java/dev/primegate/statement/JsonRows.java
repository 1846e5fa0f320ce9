package dev.primegate.statement;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a list in JSON, one by one as they are read: {@code token_pair.base_token} is a field
 * of an object in a row. Numbers are the text they came as; what is null is not there, and a list
 * within a row is not read.
 *
 * <p>JSON that was cut does not end, which is how a torn file is told.
 */
final class JsonRows {
    private static final int DEEPEST = 16;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private final JsonParser json;
    private final Taker taker;
    private long rows;

    private JsonRows(JsonParser json, Taker taker) {
        this.json = json;
        this.taker = taker;
    }

    /** Takes in a row by its number, counted from 1. */
    @FunctionalInterface
    interface Taker {
        void take(long number, Fields row);
    }

    /** Reads {@code text}, which must be one list and nothing else. */
    static void list(String text, Taker taker) {
        read(
                text,
                taker,
                rows -> {
                    if (rows.json.nextToken() != JsonToken.START_ARRAY) {
                        throw new BadFileException("it is no list");
                    }
                    rows.takeAll();
                    if (rows.json.nextToken() != null) {
                        throw new BadFileException("it goes on after its list");
                    }
                    return List.of();
                });
    }

    /**
     * Reads {@code text}, which must be objects that each have the list {@code name}.
     *
     * @return what else the objects say, in their order
     */
    static List<Fields> pages(String text, String name, Taker taker) {
        return read(
                text,
                taker,
                rows -> {
                    List<Fields> pages = new ArrayList<>();
                    while (rows.json.nextToken() != null) {
                        pages.add(rows.page(name));
                    }
                    return pages;
                });
    }

    private Fields page(String name) throws IOException {
        requireObject("it is no object");
        Map<String, String> page = new HashMap<>();
        boolean found = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean isList = json.currentName().equals(name);
            if (json.nextToken() == JsonToken.START_ARRAY && isList) {
                found = true;
                takeAll();
            } else {
                put(json.currentName(), page);
            }
        }
        if (!found) {
            throw new BadFileException("it has no list of " + name);
        }
        return fields(page);
    }

    private void takeAll() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            requireObject("a row is no object");
            Map<String, String> row = new HashMap<>();
            putAll("", row);
            rows++;
            taker.take(rows, fields(row));
        }
    }

    private void putAll(String prefix, Map<String, String> fields) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + json.currentName();
            json.nextToken();
            put(name, fields);
        }
    }

    private void put(String name, Map<String, String> fields) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> putAll(name + ".", fields);
            case START_ARRAY -> json.skipChildren();
            case VALUE_NULL -> {}
            default -> {
                if (fields.put(name, json.getText()) != null) {
                    throw new BadFileException("it has a field twice: " + Clip.of(name));
                }
            }
        }
    }

    private void requireObject(String otherwise) {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            throw new BadFileException(otherwise);
        }
    }

    private static Fields fields(Map<String, String> fields) {
        return new Fields(name -> Optional.ofNullable(fields.get(name)));
    }

    private static List<Fields> read(String text, Taker taker, Pass pass) {
        try (JsonParser json = JSON.createParser(text)) {
            return pass.over(new JsonRows(json, taker));
        } catch (JsonProcessingException e) {
            throw new BadFileException("it is no whole JSON: " + e.getClass().getSimpleName(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One way over a file. */
    @FunctionalInterface
    private interface Pass {
        List<Fields> over(JsonRows rows) throws IOException;
    }
}
