package dev.primegate.statement;

import dev.primegate.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** How one broker's answers are read. A list that is not whole throws {@link BadFileException}. */
interface Answers {
    /** Hands over each row of a list of trades. */
    void trades(String text, JsonRows.Taker taker);

    /** Hands over each row of a list of balances. */
    void balances(String text, JsonRows.Taker taker);

    /** The trade of a row, if it is one; any other row throws as {@link Fields} does. */
    Optional<TradeLine> trade(Place place, Fields row);

    /** What a row says there is of one asset; below zero is owed. */
    Money balance(Fields row);

    /**
     * Where a row stands.
     *
     * @param days the day that a moment belongs to
     */
    record Place(Origin origin, String account, Function<Instant, LocalDate> days) {
        TradeDays days(Instant time) {
            return new TradeDays(days.apply(time), Optional.empty(), Optional.of(time));
        }
    }
}
