package dev.primegate.broker.alpacabroker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.broker.kit.BrokerJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Messages of Alpaca as its documentation shows them, with our id in them. */
final class Payloads {
    static final String ACCOUNT = "529248ad-c4cc-4a50-bea4-6bfd2953f83a";

    private Payloads() {}

    static String text(String name) {
        try (InputStream file = Payloads.class.getResourceAsStream(name + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On one line, as the stream says it. */
    static String line(String name) {
        return BrokerJson.read(text(name), JsonNode.class).toString();
    }

    static AlpacaMessages.Order order() {
        return BrokerJson.read(text("order"), AlpacaMessages.Order.class);
    }
}
