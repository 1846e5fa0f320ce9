package dev.primegate.submit;

import dev.primegate.alert.routing.Matcher;
import dev.primegate.alert.routing.Silence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the body of {@code POST /v1/silences}. */
final class SilenceDocument {
    /** A silence that nobody remembers is a missed page. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final String MATCH = "1 to 10 conditions such as rule=order-rejected";
    private static final String UNTIL = "a time such as 2026-11-02T12:00:00Z, within 7 days";

    private SilenceDocument() {}

    /** Throws {@link ProblemException} if anything is wrong, naming all of it. */
    static Silence read(byte[] body, String id, String author, Instant now) {
        Fields fields = new Fields(StrictJson.object(body), Set.of("match", "reason", "until"));
        Optional<List<Matcher>> match =
                fields.required(
                        "match",
                        MATCH,
                        fields.texts("match", 10).map(texts -> matchers(fields, texts)));
        Optional<String> reason =
                fields.required(
                        "reason", "why, in 1 to 200 characters", fields.text("reason", 200));
        Optional<Instant> until =
                fields.required(
                        "until",
                        UNTIL,
                        fields.text("until", 40).flatMap(t -> time(fields, t, now)));
        if (!fields.violations().isEmpty()) {
            var first = fields.violations().getFirst();
            throw new ProblemException(
                    Problem.of(
                                    400,
                                    "invalid-silence",
                                    "The silence is not valid",
                                    "%s: expected %s, found %s"
                                            .formatted(
                                                    first.field(), first.expected(), first.found()))
                            .withViolations(fields.violations()));
        }
        return new Silence(
                id, match.orElseThrow(), author, reason.orElseThrow(), now, until.orElseThrow());
    }

    private static List<Matcher> matchers(Fields fields, List<String> texts) {
        List<Matcher> matchers = new ArrayList<>();
        for (String text : texts) {
            try {
                matchers.add(Matcher.parse(text));
            } catch (IllegalArgumentException _) {
                fields.wrong("match", MATCH, StrictJson.clip(text));
            }
        }
        return matchers;
    }

    private static Optional<Instant> time(Fields fields, String text, Instant now) {
        try {
            Instant until = Instant.parse(text);
            if (until.isAfter(now) && !until.isAfter(now.plus(LONGEST))) {
                return Optional.of(until);
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        fields.wrong("until", UNTIL, StrictJson.clip(text));
        return Optional.empty();
    }
}
