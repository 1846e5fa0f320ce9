package dev.primegate.statement;

import dev.primegate.order.Side;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How to read the CSV or XML of a broker that nobody wrote a reader for.
 *
 * @param name tells it from the broker's other files
 * @param fileName which names it reads; its group {@code day} is the day, {@code hash} the SHA-256
 *     of what is in it, and {@code whose} what tells two files of a day apart
 * @param book what its rows are
 * @param columns the heading of each field; in XML an attribute of the row or the path of an
 *     element or attribute below it, such as {@code Instrmt/Sym}
 * @param sides the broker's words for a side
 * @param zone of times that name none
 */
public record FileMapping(
        String name,
        Pattern fileName,
        Statement.Book book,
        Layout layout,
        Map<Field, String> columns,
        Map<String, Side> sides,
        ZoneId zone) {
    static final String DAY = "day";
    static final String HASH = "hash";
    static final String WHOSE = "whose";

    /** How rows stand in a file. */
    public sealed interface Layout {
        /** Whether what was cut can be told from what is in the file. */
        boolean tellsItsEnd();

        /**
         * A row a line, under a heading.
         *
         * @param trailer the first field of a last row whose second counts the rows above it
         */
        record Csv(char separator, Optional<String> trailer) implements Layout {
            @Override
            public boolean tellsItsEnd() {
                return trailer.isPresent();
            }
        }

        /**
         * An element a row; XML that was cut never closes its root.
         *
         * @param row the element's name, without its namespace
         */
        record Xml(String row) implements Layout {
            @Override
            public boolean tellsItsEnd() {
                return true;
            }
        }
    }

    /** What a column can be. */
    public enum Field {
        ID,
        ORDER,
        ACCOUNT,
        INSTRUMENT,
        SIDE,
        QUANTITY,
        PRICE,
        CURRENCY,
        FEE,
        FEE_CURRENCY,
        TRADE_DATE,
        SETTLE_DATE,
        TIME,
        /** True where the row takes a trade back. */
        BUSTED,
        /** What is held by trade date. */
        TRADED,
        /** What is held by settlement date. */
        SETTLED
    }

    public FileMapping {
        columns = Map.copyOf(columns);
        sides = Map.copyOf(sides);
        if (!columns.keySet().containsAll(needed(book))) {
            throw new IllegalArgumentException(
                    "the mapping %s needs columns for %s".formatted(name, needed(book)));
        }
        if (!fileName.namedGroups().containsKey(DAY)) {
            throw new IllegalArgumentException(
                    "the file names of %s have no group %s".formatted(name, DAY));
        }
        if (!layout.tellsItsEnd() && !fileName.namedGroups().containsKey(HASH)) {
            throw new IllegalArgumentException(
                    "files of %s have neither a hash nor a trailer: nobody could tell a torn one"
                            .formatted(name));
        }
    }

    private static Set<Field> needed(Statement.Book book) {
        return switch (book) {
            case TRADES ->
                    Set.of(
                            Field.ID,
                            Field.ACCOUNT,
                            Field.INSTRUMENT,
                            Field.SIDE,
                            Field.QUANTITY,
                            Field.PRICE,
                            Field.CURRENCY,
                            Field.TRADE_DATE);
            case HOLDINGS -> Set.of(Field.ACCOUNT, Field.INSTRUMENT, Field.TRADED);
            case CASH -> Set.of(Field.ACCOUNT, Field.CURRENCY, Field.TRADED);
            case JOURNAL ->
                    throw new IllegalArgumentException("journals are not read by a mapping");
        };
    }
}
