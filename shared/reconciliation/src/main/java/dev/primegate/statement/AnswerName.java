package dev.primegate.statement;

import dev.primegate.statement.Statement.Book;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an answer that was saved, for the answer itself tells neither its day nor its
 * account: {@code 20261120_ACCOUNT_trades.json} or {@code 20261120_ACCOUNT_balances.json}, a
 * SHA-256 after another underscore if there is to be one.
 *
 * @param account by the broker's name for it
 * @param hash in lower case, of what is in the file
 */
record AnswerName(LocalDate day, String account, Book book, Optional<String> hash) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(\\d{8})_([A-Za-z0-9_.:-]{1,64})_(trades|balances)"
                            + "(?:_([0-9A-Fa-f]{64}))?\\.json");

    static AnswerName of(StatementFile file) {
        Matcher name = SHAPE.matcher(file.name());
        if (!name.matches()) {
            throw new BadFileException("its name does not match " + SHAPE);
        }
        AnswerName answer =
                new AnswerName(
                        Fields.day("its name", name.group(1)),
                        name.group(2),
                        name.group(3).equals("trades") ? Book.TRADES : Book.CASH,
                        Optional.ofNullable(name.group(4)).map(h -> h.toLowerCase(Locale.ROOT)));
        answer.requireHash(file.hash());
        return answer;
    }

    private void requireHash(String found) {
        if (hash.isPresent() && !hash.get().equals(found)) {
            throw new BadFileException("its name promises another hash than " + found);
        }
    }

    /** A later answer about the same takes its place. */
    String about() {
        return "%s %s".formatted(book, account);
    }
}
