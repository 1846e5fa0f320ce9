package dev.primegate.breaks;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Why the books differ, as far as their rows show. What no other cause explains is {@link Unknown}:
 * a difference is never made to fit.
 */
public sealed interface Cause {
    /** Stable; what a program switches on and a runbook is named after. */
    String code();

    /** What a person does next. */
    String action();

    /** We booked a trade that the broker does not show. */
    record MissingAtBroker() implements Cause {
        @Override
        public String code() {
            return "missing-at-broker";
        }

        @Override
        public String action() {
            return "ask the broker for the trade by its execution id; look for it on the next day's"
                    + " statement";
        }
    }

    /** The broker shows a trade that we did not book. */
    record MissingHere() implements Cause {
        @Override
        public String code() {
            return "missing-here";
        }

        @Override
        public String action() {
            return "look for the execution in parked news and orphans; book it, or dispute it with"
                    + " the broker";
        }
    }

    record QuantityDiffers(Decimal10 ours, Decimal10 brokers) implements Cause {
        @Override
        public String code() {
            return "quantity";
        }

        @Override
        public String action() {
            return "compare the executions of the order at both sides; a partial fill is missing or"
                    + " counted twice";
        }
    }

    /** The broker shows fewer decimals than it trades with. */
    record PriceRounded(Decimal10 ours, Decimal10 brokers) implements Cause {
        @Override
        public String code() {
            return "price-rounding";
        }

        @Override
        public String action() {
            return "nothing, if the broker's statement always rounds so; otherwise narrow the rule";
        }
    }

    record PriceDiffers(Decimal10 ours, Decimal10 brokers) implements Cause {
        @Override
        public String code() {
            return "price";
        }

        @Override
        public String action() {
            return "ask the broker for the execution report; look for a correction that was not"
                    + " applied";
        }
    }

    /** The same moment has another date by the broker's clock. */
    record TradeDateShifted(LocalDate ours, LocalDate brokers, String zone) implements Cause {
        @Override
        public String code() {
            return "trade-date-shift";
        }

        @Override
        public String action() {
            return "nothing to book; set the zone of the broker's dates if it repeats";
        }
    }

    /**
     * The symbol master has no such spelling at this broker.
     *
     * @param perhaps the instrument of the one trade of ours that is otherwise equal; never assumed
     */
    record UnknownAlias(String spelling, Optional<Symbol> perhaps) implements Cause {
        @Override
        public String code() {
            return "unknown-alias";
        }

        @Override
        public String action() {
            return "add the spelling to the symbol master if it is the same instrument, and run"
                    + " again";
        }
    }

    /** The broker charged something else than we booked. */
    record FeeNotBooked(Money ours, Money brokers) implements Cause {
        @Override
        public String code() {
            return "fee-not-booked";
        }

        @Override
        public String action() {
            return "book the difference in the journal if the broker's schedule agrees with it";
        }
    }

    /** The same trade stands more than once in the books of {@code by}. */
    record Duplicate(Party by, int times) implements Cause {
        @Override
        public String code() {
            return "duplicate";
        }

        @Override
        public String action() {
            return by == Party.BROKERS
                    ? "ask the broker to take out the second booking"
                    : "find how one execution was booked twice here; halt the account until it is"
                            + " known";
        }
    }

    record SettledLate(LocalDate due, LocalDate settles) implements Cause {
        @Override
        public String code() {
            return "settled-late";
        }

        @Override
        public String action() {
            return "ask the broker why it settles after its due date; mind the cash of that day";
        }
    }

    /** The other side took the trade back, and {@code by} still counts it. */
    record BustNotApplied(Party by) implements Cause {
        @Override
        public String code() {
            return "bust-not-applied";
        }

        @Override
        public String action() {
            return by == Party.OURS
                    ? "fetch the broker's cancel of the execution, and book the bust"
                    : "send the broker the proof of the bust";
        }
    }

    /** The chain does not know the transaction. */
    record HashNotFound(String hash) implements Cause {
        @Override
        public String code() {
            return "hash-not-found";
        }

        @Override
        public String action() {
            return "ask the broker for the transaction; it may have been replaced or never sent";
        }
    }

    /** The chain has the transaction, and may still forget it. */
    record HashNotFinal(String hash, long confirmations, long needed) implements Cause {
        @Override
        public String code() {
            return "hash-not-final";
        }

        @Override
        public String action() {
            return "wait for the confirmations; do not count on the amount until then";
        }
    }

    /** The rows differ in {@code field}, and nothing above explains it. */
    record Unknown(String field) implements Cause {
        @Override
        public String code() {
            return "unknown";
        }

        @Override
        public String action() {
            return "compare both rows by hand, and tell which cause is missing here";
        }
    }
}
