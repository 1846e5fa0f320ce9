package dev.primegate.comparison;

import dev.primegate.statement.TradeLine;
import java.util.List;

/**
 * Every {@code of}-th trade of two books, by the hash of its execution id, which Java fixes: all
 * rows of an id are in one part, whoever compares the others.
 *
 * @param index from 0 to {@code of}, exclusive
 */
public record Part(int index, int of) {
    public Part {
        if (of < 1 || index < 0 || index >= of) {
            throw new IllegalArgumentException(
                    "part: expected 0 <= index < of, found %d of %d".formatted(index, of));
        }
    }

    /** The rows of a book that are in this part, in their order. */
    public List<TradeLine> of(List<TradeLine> book) {
        return book.stream().filter(this::has).toList();
    }

    /** Whether this row is in it. */
    public boolean has(TradeLine line) {
        return Math.floorMod(line.id().hashCode(), of) == index;
    }
}
