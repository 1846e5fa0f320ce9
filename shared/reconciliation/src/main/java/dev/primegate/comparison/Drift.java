package dev.primegate.comparison;

import dev.primegate.money.Decimal10;
import java.time.Instant;
import java.util.List;

/** How far two books are apart, and whether trading may go on as it is. */
public sealed interface Drift {
    /** When each book was read. */
    Times times();

    /** What is not explained is no more than the limit. */
    record Within(Report report) implements Drift {
        @Override
        public Times times() {
            return report.times();
        }
    }

    /** More than the limit is not explained: the account may only reduce, and somebody looks. */
    record Beyond(Report report) implements Drift {
        @Override
        public Times times() {
            return report.times();
        }
    }

    /** It cannot be told, which is no reason to call it flat. */
    record Unknown(Times times, String why) implements Drift {}

    /** Both snapshots' times: a difference of books read apart may be no difference. */
    record Times(Instant ours, Instant brokers) {}

    /**
     * Every asset in which they differ.
     *
     * @param unexplained worth of all of it, gains and losses alike
     * @param portfolio worth of the portfolio
     */
    record Report(Times times, List<Line> lines, Decimal10 unexplained, Decimal10 portfolio) {}

    /**
     * One asset.
     *
     * @param unexplained the broker's less ours less what is explained
     * @param worth of what is unexplained, at its price; never below zero
     */
    record Line(
            String asset,
            Decimal10 ours,
            Decimal10 brokers,
            List<Explanation> explained,
            Decimal10 unexplained,
            Decimal10 worth) {}
}
