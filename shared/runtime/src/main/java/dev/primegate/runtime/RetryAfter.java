package dev.primegate.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header by which a server asks to be left alone, in <a
 * href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">both of its forms</a>.
 */
public final class RetryAfter {
    /** Nobody means more than this; a server that says so is not obeyed beyond it. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private RetryAfter() {}

    /**
     * Reads the header.
     *
     * @param header as it came; a date is taken against {@code date}, the server's own clock
     * @param date the {@code Date} header beside it
     * @return at most {@link #LONGEST}; zero for a time that has passed; empty if there is none, or
     *     it cannot be read
     */
    public static Optional<Duration> of(@Nullable String header, @Nullable String date) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        return SECONDS.matcher(text).matches()
                ? Optional.of(within(Duration.ofSeconds(Long.parseLong(text))))
                : date(text)
                        .flatMap(until ->
                                date(date).map(now -> within(Duration.between(now, until))));
    }

    /** Reads an HTTP date, if it is one. */
    public static Optional<Instant> date(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Duration within(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
