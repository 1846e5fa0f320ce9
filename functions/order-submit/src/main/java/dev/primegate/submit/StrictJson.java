package dev.primegate.submit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as one JSON object in UTF-8, and nothing else: no key twice, no trailing text, no
 * depth. A mapper of its own, because the shared one also reads Lambda's envelope.
 */
final class StrictJson {
    /** Bytes; far more than any order needs. */
    private static final int LARGEST = 64 * 1024;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(8)
                                                    .maxNumberLength(64)
                                                    .maxStringLength(8 * 1024)
                                                    .maxNameLength(256)
                                                    .build())
                                    .build())
                    .build();

    private StrictJson() {}

    static ObjectNode object(byte[] body) {
        return object(body, LARGEST);
    }

    /** Refuses a body of more than {@code largest} bytes. */
    static ObjectNode object(byte[] body, int largest) {
        if (body.length > largest) {
            throw new ProblemException(
                    Problem.of(
                            413,
                            "body-too-large",
                            "The body is too large",
                            "expected at most %d bytes, found %d".formatted(largest, body.length)));
        }
        JsonNode node = parse(utf8(body));
        if (!(node instanceof ObjectNode object)) {
            throw malformed("expected a JSON object, found " + kind(node));
        }
        return object;
    }

    /** Refuses a body that is compressed, or encoded in any way. */
    static void requirePlain(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    Problem.of(
                            415,
                            "unsupported-media-type",
                            "The body is encoded",
                            "expected no Content-Encoding, found one"));
        }
    }

    /** What kind of value {@code node} is, in words. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "nothing";
            case NULL -> "null";
            case STRING -> "a string";
            case NUMBER -> "the number " + clip(node.asText());
            case BOOLEAN -> "the boolean " + node.asText();
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case BINARY, POJO -> "something else";
        };
    }

    static String clip(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }

    private static JsonNode parse(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode node = MAPPER.readTree(parser);
            if (parser.nextToken() != null) {
                throw malformed("expected one JSON object, found more text after it");
            }
            return node == null ? MissingNode.getInstance() : node;
        } catch (StreamConstraintsException e) {
            throw malformed("expected an object of plain fields, found one too deep or too long");
        } catch (JsonProcessingException e) {
            throw malformed("expected one JSON object, found " + fault(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fault(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return clip(e.getOriginalMessage())
                + (at == null
                        ? ""
                        : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("expected UTF-8, found bytes that are not");
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(
                Problem.of(400, "malformed-json", "The body is not the JSON expected", detail));
    }
}
