package dev.primegate.broker.falconx;

import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Messages of FalconX, from files. */
final class Payloads {
    /** When they were said. */
    static final Instant SAID = Instant.parse("2026-11-02T10:00:03Z");

    private Payloads() {}

    static String text(String name) {
        try (InputStream file = Payloads.class.getResourceAsStream("/payloads/" + name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FalconXMessages.Quote quote(String name) {
        return BrokerJson.read(text(name), FalconXMessages.Quote.class);
    }

    /** The message with one word replaced by another. */
    static FalconXMessages.Quote quote(String name, String word, String other) {
        return BrokerJson.read(with(name, word, other), FalconXMessages.Quote.class);
    }

    static String with(String name, String word, String other) {
        String text = text(name);
        if (!text.contains(word)) {
            throw new IllegalArgumentException(name + " has no " + word);
        }
        return text.replace(word, other);
    }

    static Answer.Whole answer(int status, String body) {
        return new Answer.Whole(status, body, Optional.of(SAID), Optional.empty());
    }
}
