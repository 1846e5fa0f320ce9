package dev.primegate.runtime;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What secrets look like, or are called, whoever's they are. */
final class Shapes {
    /** Names of headers, fields and parameters whose value nobody may read. */
    private static final List<String> NAMES =
            List.of(
                    "api[-_]?key",
                    "access[-_]?key",
                    "access[-_]token",
                    "refresh[-_]token",
                    "id[-_]token",
                    "client[-_]secret",
                    "signing[-_]?key",
                    "private[-_]?key",
                    "routing[-_]?key",
                    "session[-_]?token",
                    "security[-_]token",
                    "pass(?:phrase|word)",
                    "access-sign",
                    "signature");

    /** One of these is in each text that a pattern below finds something in. */
    private static final Needles MARKS =
            new Needles(
                    List.of(
                            "key",
                            "token",
                            "secret",
                            "passphrase",
                            "password",
                            "signature",
                            "-access-",
                            "authorization",
                            "bearer",
                            "basic",
                            "eyJ",
                            "whsec_",
                            "hooks.slack.com",
                            "AKIA",
                            "ASIA"));

    private static final String MASKED = "$1" + Redaction.MASK;

    private static final List<Pattern> ALL =
            Stream.of(
                            "(-----BEGIN [A-Z ]*PRIVATE KEY-----)[^-]++(?:-----END [A-Z ]*-----)?",
                            "(authorization\\\\{0,3}\"?\\s?[:=]\\s?)[^,;}\\]\\r\\n]++",
                            "(\\b(?:bearer|basic)\\s)[\\w.~+/=-]{8,}",
                            "()\\beyJ[\\w-]{5,}\\.[\\w-]+(?:\\.[\\w-]*)?",
                            "(whsec_)[\\w+/=-]+",
                            "(hooks\\.slack\\.com/)[\\w/-]+",
                            "()\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b",
                            "((?:"
                                    + String.join("|", NAMES)
                                    + ")\\\\{0,3}\"?\\s?[:=]\\s?)"
                                    + "(?!\\*\\*\\*)(?:\\\\{0,3}\"[^\"]*+\"?|[^\\s\",;&}\\])]++)")
                    .map(shape -> Pattern.compile(shape, Pattern.CASE_INSENSITIVE))
                    .toList();

    private Shapes() {}

    /** The text with a mask for each; itself if none is there. */
    static String masked(String text) {
        if (!MARKS.areIn(text)) {
            return text;
        }
        String masked = text;
        for (Pattern shape : ALL) {
            masked = shape.matcher(masked).replaceAll(MASKED);
        }
        return masked;
    }
}
