package dev.primegate.statement;

import dev.primegate.money.Asset;
import dev.primegate.money.Money;
import dev.primegate.settlement.TradeDates;
import dev.primegate.statement.Statement.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what a broker's API answered, saved as a file: lists of the trades of a day, and of the
 * balances at its end. In their names stand the day and the account: see {@link AnswerName}.
 */
public final class JsonStatements implements StatementReader {
    private final Answers answers;
    private final TradeDates dates;

    private JsonStatements(Answers answers, TradeDates dates) {
        this.answers = answers;
        this.dates = dates;
    }

    /**
     * Lists of the fills of a portfolio, and of all its balances.
     *
     * @param dates by which a fill belongs to a day
     */
    public static JsonStatements ofCoinbasePrime(Spellings spellings, TradeDates dates) {
        return new JsonStatements(new PrimeAnswers(spellings), dates);
    }

    /**
     * Lists of executed quotes, and of balances.
     *
     * @param dates by which a quote belongs to a day
     */
    public static JsonStatements ofFalconX(Spellings spellings, TradeDates dates) {
        return new JsonStatements(new FalconXAnswers(spellings), dates);
    }

    @Override
    public Reading read(StatementFile file) {
        try {
            AnswerName name = AnswerName.of(file);
            RowReader reader = new RowReader(file);
            List<? extends StatementLine> lines =
                    name.book() == Book.TRADES
                            ? trades(file, name, reader)
                            : balances(file, name, reader);
            return new Reading.Whole(
                    new Statement(
                            file.name(),
                            name.about(),
                            name.day(),
                            Set.of(name.book()),
                            List.copyOf(lines),
                            reader.quarantined()));
        } catch (BadFileException | IllegalArgumentException e) {
            return new Reading.Refused(String.valueOf(e.getMessage()));
        }
    }

    private List<StatementLine> trades(StatementFile file, AnswerName name, RowReader reader) {
        answers.trades(
                file.text(),
                (number, row) ->
                        reader.readAny(
                                number,
                                origin ->
                                        answers.trade(
                                                        new Answers.Place(
                                                                origin, name.account(), dates::of),
                                                        row)
                                                .map(line -> of(name.day(), line))));
        return reader.lines();
    }

    private static TradeLine of(LocalDate day, TradeLine line) {
        if (!line.days().traded().equals(day)) {
            throw new IllegalArgumentException(
                    "expected the day %s, found %s".formatted(day, line.days().traded()));
        }
        return line;
    }

    /** An asset that stands in several places is held in all of them. */
    private List<StatementLine> balances(StatementFile file, AnswerName name, RowReader reader) {
        Map<Asset, CashLine> sums = new TreeMap<>();
        answers.balances(
                file.text(),
                (number, row) ->
                        reader.readAny(
                                number,
                                origin -> {
                                    Money money = answers.balance(row);
                                    sums.merge(
                                            money.asset(),
                                            new CashLine(
                                                    origin,
                                                    name.account(),
                                                    money.asset(),
                                                    money.amount(),
                                                    Optional.empty()),
                                            JsonStatements::sum);
                                    return Optional.empty();
                                }));
        return new ArrayList<>(sums.values());
    }

    private static CashLine sum(CashLine one, CashLine other) {
        return new CashLine(
                one.origin(),
                one.account(),
                one.asset(),
                one.traded().plus(other.traded()),
                Optional.empty());
    }
}
