package dev.primegate.ingest;

import static dev.primegate.testkit.Requests.BTC;
import static dev.primegate.testkit.Requests.EXCHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Price;
import dev.primegate.proof.Proves;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Reference;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Quotes of two brokers, on books in memory. */
class PublishPriceTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final BrokerId PAPER = new BrokerId("paper");
    private static final BrokerId OTHER = new BrokerId("another");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final PublishPrice prices = publisher(List.of());

    @Test
    @Proves("H3")
    void aQuoteTenPercentOffAnotherSourceHaltsTheSymbolAndPagesAndAHairLessDoesNot() {
        quote(PAPER, "99", "101", 0);
        quote(OTHER, "109.98", "110", 1);
        assertThat(books.halts().halted()).isEmpty();
        assertThat(price(OTHER)).isEqualTo(Price.of("109.99"));

        // Its own price of 109.99 is no witness: 110 is off the 100 of the other.
        quote(OTHER, "109.99", "110.01", 3);

        assertThat(books.halts().halted()).containsExactly(HaltScope.of(BTC));
        assertThat(books.alerts())
                .extracting(Alert::rule, Alert::severity)
                .containsExactlyInAnyOrder(
                        tuple("price-outlier", Severity.CRITICAL),
                        tuple("trading-halted", Severity.CRITICAL));
        assertThat(price(OTHER)).isEqualTo(Price.of("109.99"));
    }

    @Test
    @Proves("H3")
    void whatIsHaltedIsToldOnceHoweverLongTheQuotesDiffer() {
        quote(PAPER, "99", "101", 0);
        for (int second = 2; second < 14; second += 2) {
            quote(OTHER, "199", "201", second);
        }

        assertThat(books.alerts()).hasSize(2);
    }

    @Test
    void oneSourceAloneIsBelievedWhateverItSays() {
        quote(PAPER, "99", "101", 0);
        quote(PAPER, "199", "201", 2);

        assertThat(books.halts().halted()).isEmpty();
        assertThat(price(PAPER)).isEqualTo(Price.of("200"));
    }

    @Test
    void aFeedIsWhoseTheOperatorSaysItIs() {
        PublishPrice named = publisher(List.of(new Named("paper", "exchange")));
        named.publish(PAPER, market("99", "101", 0));

        assertThat(price(EXCHANGE)).isEqualTo(Price.of("100"));
    }

    @Test
    void pricesAreWrittenNowAndThenForEachBroker() {
        quote(PAPER, "99", "101", 0);
        quote(PAPER, "98", "100", 1);
        quote(OTHER, "100", "102", 1);

        assertThat(price(PAPER)).isEqualTo(Price.of("100"));
        assertThat(price(OTHER)).isEqualTo(Price.of("101"));
    }

    private void quote(BrokerId broker, String bid, String offer, int second) {
        prices.publish(broker, market(bid, offer, second));
    }

    private static BrokerNews.OfMarket market(String bid, String offer, int second) {
        return new BrokerNews.OfMarket(
                BTC, Price.of(bid), Price.of(offer), START.plusSeconds(second));
    }

    private Price price(BrokerId source) {
        return books.references().all(Set.of(BTC)).getOrDefault(BTC, List.of()).stream()
                .filter(reference -> reference.source().equals(source))
                .map(Reference::price)
                .findFirst()
                .orElseThrow();
    }

    private PublishPrice publisher(List<PublishPrice.Config.Feed> feeds) {
        return new PublishPrice(books.references(), books.halts(), books, new Often(feeds));
    }

    private record Named(String broker, String source) implements PublishPrice.Config.Feed {}
}
