package dev.primegate.submit;

import dev.primegate.instrument.Instrument;
import dev.primegate.order.NewOrder;
import dev.primegate.risk.Verdict;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * All that an order is held against before the book: the risk desk, the quote it takes, and what
 * its broker foresees.
 */
@Singleton
class OrderChecks {
    private final RiskDesk risk;
    private final QuoteDesk quotes;
    private final Foresight foresight;

    OrderChecks(RiskDesk risk, QuoteDesk quotes, Foresight foresight) {
        this.risk = risk;
        this.quotes = quotes;
        this.foresight = foresight;
    }

    Verdict check(NewOrder order, Instrument instrument, Instant now) {
        Verdict verdict = risk.check(order, instrument, now);
        // Only then: a denied order need not wait for the table, and still less for a broker.
        return verdict instanceof Verdict.Passed
                ? quotes.denial(order, now)
                        .or(() -> foresight.denial(order, instrument))
                        .<Verdict>map(Verdict.Denied::new)
                        .orElse(verdict)
                : verdict;
    }

    Duration duplicateWindow() {
        return risk.duplicateWindow();
    }
}
