package dev.primegate.broker.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Brokers' JSON: names in snake case, fields we do not know are passed over, and an amount is taken
 * as the text it was written in, whether the broker made it a string or a number.
 */
public final class BrokerJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(32)
                                .maxNumberLength(100)
                                .maxStringLength(1 << 20)
                                .build());
    }

    private BrokerJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads one object.
     *
     * @throws UnreadableException if it is no such JSON; the message does not repeat it
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T read = MAPPER.readValue(json, type);
            if (read == null) {
                throw new UnreadableException("null instead of " + type.getSimpleName(), null);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new UnreadableException("no " + type.getSimpleName() + " in JSON", e);
        }
    }

    /** A broker's message that does not say what it should. */
    public static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnreadableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
