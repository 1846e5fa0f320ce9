package dev.primegate.submit;

import dev.primegate.instrument.Instrument;
import dev.primegate.order.NewOrder;
import dev.primegate.risk.Verdict;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** All that an order is held against before the book: the risk desk, and the quote it takes. */
@Singleton
class OrderChecks {
    private final RiskDesk risk;
    private final QuoteDesk quotes;

    OrderChecks(RiskDesk risk, QuoteDesk quotes) {
        this.risk = risk;
        this.quotes = quotes;
    }

    Verdict check(NewOrder order, Instrument instrument, Instant now) {
        Verdict verdict = risk.check(order, instrument, now);
        // Only then: the quote is read from the table, and a denied order need not wait for that.
        return verdict instanceof Verdict.Passed
                ? quotes.denial(order, now).<Verdict>map(Verdict.Denied::new).orElse(verdict)
                : verdict;
    }

    Duration duplicateWindow() {
        return risk.duplicateWindow();
    }
}
