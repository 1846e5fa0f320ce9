package dev.primegate.statement;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of one row by their names. What is not there, or is no such thing, throws {@link
 * IllegalArgumentException} or {@link java.time.DateTimeException}: the row is malformed.
 */
record Fields(Function<String, Optional<String>> byName) {
    /** The days that can be read one way only; a slash may mean an American or a European. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("[uuuu-MM-dd][uuuuMMdd]")
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final int LONGEST = 200;

    /** Empty if there is no such field or nothing in it. */
    Optional<String> find(String name) {
        return byName.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    String text(String name) {
        String text =
                find(name).orElseThrow(() -> new IllegalArgumentException(name + " is empty"));
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " is too long or has control characters");
        }
        return text;
    }

    LocalDate day(String name) {
        return day(name, text(name));
    }

    static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is no day: " + Clip.of(text), e);
        }
    }

    Optional<LocalDate> findDay(String name) {
        return find(name).map(text -> day(name, text));
    }

    /** A moment, whose offset is said. */
    Instant time(String name) {
        try {
            return OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is no time: " + Clip.of(text(name)), e);
        }
    }

    /** A number of which no digit may be lost: units that are held or traded. */
    Decimal10 exact(String name) {
        Decimal10.Rounded said = number(name, text(name));
        if (said.residue().signum() != 0) {
            throw new IllegalArgumentException(
                    "%s has more than ten places: %s".formatted(name, Clip.of(said.raw())));
        }
        return said.value();
    }

    /** Money, or a price; ties to even beyond the tenth place, which no comparison looks at. */
    Decimal10 amount(String name) {
        return number(name, text(name)).value();
    }

    /** As much as nothing, if nothing is said. */
    Decimal10 amountOrZero(String name) {
        return find(name).isEmpty() ? Decimal10.ZERO : amount(name);
    }

    Quantity quantity(String name) {
        return traded(exact(name));
    }

    /** What was traded, of which there is some. */
    static Quantity traded(Decimal10 amount) {
        Quantity quantity = new Quantity(amount);
        if (quantity.isNone()) {
            throw new IllegalArgumentException("the trade is for nothing");
        }
        return quantity;
    }

    Price price(String name) {
        return new Price(amount(name));
    }

    Asset asset(String name) {
        return new Asset(text(name));
    }

    private static Decimal10.Rounded number(String name, String text) {
        try {
            // Their samples write a third as .340.
            return Decimal10.read(text.replaceFirst("^(-?)\\.", "$10."));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is no number: " + Clip.of(text), e);
        }
    }
}
