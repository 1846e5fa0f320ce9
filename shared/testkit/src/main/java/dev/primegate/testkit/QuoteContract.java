package dev.primegate.testkit;

import static dev.primegate.testkit.Requests.intent;
import static dev.primegate.testkit.Requests.limit;
import static dev.primegate.testkit.Requests.quoted;
import static dev.primegate.testkit.Requests.wide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Quote;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Admission;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with quotes. */
public abstract class QuoteContract {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");
    private static final QuoteId QUOTE = QuoteId.of("falconx:00c884b056f949338788dfb59e495377");

    /** One server of tables holds a token to one write, whatever the table. */
    private static final AtomicLong RUNS = new AtomicLong();

    protected final SettableClock clock = new SettableClock(T0);
    private final String run = "quotes-%d-".formatted(RUNS.incrementAndGet());
    private Books books = new MemoryBooks(clock);

    /** An empty store that tells time by {@link #clock}. */
    protected abstract Books open();

    @BeforeEach
    void start() {
        books = open();
    }

    @Test
    void aQuoteComesBackAsItWasKept() {
        Quote units =
                quote(
                        Optional.of(Side.BUY),
                        new OrderSize.Units(Quantity.of("0.5")),
                        Optional.empty(),
                        Optional.of(Price.of("60000.1234567891")));
        Quote cash =
                quote(
                        Optional.empty(),
                        new OrderSize.Cash(Decimal10.of("1000")),
                        Optional.of(Price.of("59000")),
                        Optional.of(Price.of("61000")));

        books.quotes().keep(units);
        assertThat(books.quotes().find(QUOTE)).contains(units);
        books.quotes().keep(cash);
        assertThat(books.quotes().find(QUOTE)).contains(cash);
        assertThat(books.quotes().find(QuoteId.of("falconx:other"))).isEmpty();
    }

    @Test
    void anOrderThatTakesAQuoteComesBackAsItWasWritten() {
        NewOrder order = quoted(limit("a", Side.BUY, "1", "100"), QUOTE);

        Admission.Admitted admitted = (Admission.Admitted) admit(order, "one");

        assertThat(books.query().find(order.id())).contains(admitted.order());
        assertThat(books.query().history(order.id()).getFirst().facts())
                .containsEntry("quoteId", QUOTE.text());
    }

    @Test
    @Proves({"X5", "X8"})
    void aQuoteIsTakenByOneOrderWhateverBecomesOfIt() {
        NewOrder first = quoted(limit("a", Side.BUY, "1", "100"), QUOTE);
        NewOrder second = quoted(limit("b", Side.BUY, "1", "100"), QUOTE);
        NewOrder other =
                quoted(limit("c", Side.BUY, "1", "100"), QuoteId.of("coinbase-prime:00c884b0"));
        assertThat(admit(first, "one")).isInstanceOf(Admission.Admitted.class);

        assertThat(admit(first, "one")).isInstanceOf(Admission.Admitted.class);
        assertThat(admit(first, "two")).isInstanceOf(Admission.Known.class);
        assertThat(admit(second, "three")).isEqualTo(taken(first));
        assertThat(admit(other, "four")).isInstanceOf(Admission.Admitted.class);

        books.book().apply(first.id(), Requests.reported(OrderStatus.REJECTED, "b1"), "test");
        assertThat(admit(second, "five")).isEqualTo(taken(first));
    }

    @Test
    @Proves("J2")
    void whoIsDeniedLeavesTheQuoteToOthers() {
        NewOrder large = quoted(limit("a", Side.BUY, "1", "100"), QUOTE);
        NewOrder small = quoted(limit("b", Side.BUY, "1", "100"), QUOTE);

        assertThat(
                        books.book()
                                .admit(
                                        intent(
                                                large,
                                                run + "one",
                                                Requests.limits("1", 1, "9", "9"),
                                                clock.instant())))
                .isInstanceOf(Admission.Denied.class);
        assertThat(admit(small, "two")).isInstanceOf(Admission.Admitted.class);
    }

    private Admission admit(NewOrder order, String owner) {
        return books.book().admit(intent(order, run + owner, wide(), clock.instant()));
    }

    private static Admission taken(NewOrder by) {
        return new Admission.Denied(
                Denial.of("quote-taken", "the quote is taken by order " + by.id()));
    }

    private static Quote quote(
            Optional<Side> side, OrderSize size, Optional<Price> bid, Optional<Price> offer) {
        return new Quote(
                QUOTE,
                new QuoteRequest(
                        Requests.FUND, Requests.MAIN, new ClOrdId("q1"), Requests.BTC, side, size),
                bid,
                offer,
                T0,
                T0.plusMillis(9_500));
    }
}
