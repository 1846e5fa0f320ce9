package dev.primegate.submit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what cannot be read is refused with what was expected. */
final class Parameters {
    private Parameters() {}

    static <T> T required(
            String name, String expected, @Nullable String text, Function<String, T> reader) {
        return optional(name, expected, text, reader)
                .orElseThrow(() -> wrong(name, expected, "nothing"));
    }

    static <T> Optional<T> optional(
            String name, String expected, @Nullable String text, Function<String, T> reader) {
        try {
            return Optional.ofNullable(text).map(reader);
        } catch (IllegalArgumentException | DateTimeException _) {
            throw wrong(name, expected, StrictJson.clip(String.valueOf(text)));
        }
    }

    static Optional<Instant> time(String name, @Nullable String text) {
        return optional(
                name,
                "an RFC 3339 time with offset, such as 2026-11-02T10:00:00Z",
                text,
                t -> OffsetDateTime.parse(t).toInstant());
    }

    /** How many there may be, {@code most} unless it is said. */
    static int limit(@Nullable String text, int most) {
        String expected = "a number from 1 to " + most;
        int limit = optional("limit", expected, text, Integer::valueOf).orElse(most);
        if (limit < 1 || limit > most) {
            throw wrong("limit", expected, Integer.toString(limit));
        }
        return limit;
    }

    /** What {@link #cursor(String)} made opaque. */
    static Optional<String> place(@Nullable String cursor) {
        return optional(
                "cursor",
                "the next of a page before",
                cursor,
                c -> new String(Base64.getUrlDecoder().decode(c), StandardCharsets.UTF_8));
    }

    /** A place in a list, which means nothing to who is given it. */
    static String cursor(String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException wrong(String name, String expected, String found) {
        return new ProblemException(
                Problem.of(
                        400,
                        "invalid-parameter",
                        "A parameter is not valid",
                        "%s: expected %s, found %s".formatted(name, expected, found)));
    }
}
