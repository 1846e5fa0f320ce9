package dev.primegate.statement;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file of Clear Street says of it.
 *
 * @param level org, entity or account
 * @param identifier whose of that level
 * @param hash of what is in it, in lower-case hex
 * @see <a href="https://github.com/clear-street/docs/blob/master/sftp.md">their description</a>
 */
record ClearStreetName(
        LocalDate day, String level, String identifier, Activity activity, String hash) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(\\d{8})_(org|entity|account)_([A-Za-z0-9.-]{1,100})"
                            + "_(journal|trade|position|summary)_([0-9A-Fa-f]{64})\\.csv");

    private static final Pattern FOR_PEOPLE =
            Pattern.compile(
                    "\\d{6,8}_[A-Za-z0-9.-]{1,100}_(confirm|statement)_[0-9A-Fa-f]{64}\\.csv");

    /** The files of a day. */
    enum Activity {
        JOURNAL,
        TRADE,
        POSITION,
        SUMMARY
    }

    /** Empty if it is no such name. */
    static Optional<ClearStreetName> of(String name) {
        Matcher found = SHAPE.matcher(name);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new ClearStreetName(
                        Fields.day("its name", found.group(1)),
                        found.group(2),
                        found.group(3),
                        Activity.valueOf(found.group(4).toUpperCase(Locale.ROOT)),
                        found.group(5).toLowerCase(Locale.ROOT)));
    }

    /** Whether it is a PDF that only its name calls a CSV. */
    static boolean isForPeople(String name) {
        return FOR_PEOPLE.matcher(name).matches();
    }

    String about() {
        return "%s %s %s".formatted(activity.name().toLowerCase(Locale.ROOT), level, identifier);
    }
}
