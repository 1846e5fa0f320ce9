package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.PositionReports;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.PreviewGateway;
import dev.primegate.broker.PreviewOutcome;
import dev.primegate.broker.Quote;
import dev.primegate.broker.QuoteGateway;
import dev.primegate.broker.QuoteOutcome;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.TransactionReports;
import dev.primegate.broker.Transfer;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Admission;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quotes, previews, positions and transactions against a simulated Prime, over real sockets. */
@QuarkusTest
@QuarkusTestResource(PrimeSimulated.class)
class PrimeBooksTest {
    private static final Instrument BTC = SymbolMaster.standard().get(Requests.BTC);

    @Inject Brokers<QuoteGateway> quotes;
    @Inject Brokers<PreviewGateway> previews;
    @Inject Brokers<PositionReports> positions;
    @Inject Brokers<TransactionReports> transactions;
    @Inject Brokers<OrderGateway> gateways;
    @Inject References references;
    @Inject MemoryRateBudget budget;
    @Inject Clock clock;

    private final Control control = new Control();

    @BeforeEach
    void beginAnew() {
        control.post("reset", "{}");
        budget.reset();
    }

    @Test
    @Proves({"A5", "G1"})
    void aQuoteIsGivenAndTakenAtItsPriceByOneOrder() {
        publish("60000");
        Quote quote = ((QuoteOutcome.Quoted) ask("taken", Optional.of(Side.BUY))).quote();
        assertThat(quote.bidPx()).isEmpty();
        Price price = quote.offerPx().orElseThrow();

        SendOutcome first = take(quote, price, "takes");

        assertThat(first).isInstanceOf(SendOutcome.Received.class);
        assertThat(take(quote, price, "takes-too")).isInstanceOf(SendOutcome.Refused.class);
    }

    @Test
    @Proves("A5")
    void bothSidesAreNotQuotedAndNobodyIsCalled() {
        publish("60000");

        assertThat(ask("both", Optional.empty())).isInstanceOf(QuoteOutcome.Unsupported.class);
        assertThat(ask("short", Optional.of(Side.SELL_SHORT)))
                .isInstanceOf(QuoteOutcome.Unsupported.class);
        assertThat(control.get("requests").path("requests")).isEmpty();
    }

    @Test
    void aQuoteBeyondTheBoundIsRefusedByPrime() {
        publish("50000");

        assertThat(ask("far", Optional.of(Side.BUY))).isInstanceOf(QuoteOutcome.Refused.class);
    }

    @Test
    void withoutAFreshReferenceNoQuoteIsAskedFor() {
        publish("60000");
        Instant later = clock.instant().plusSeconds(61);

        assertThat(ask("old", Optional.of(Side.BUY), later))
                .isInstanceOf(QuoteOutcome.Failed.class);
    }

    @Test
    @Proves("F7")
    void aPreviewSaysWhatAMarketOrderWouldCost() {
        NewOrder order =
                Requests.with(
                        Requests.limit("preview", Side.BUY, "5", "60000"),
                        new OrderTerms.Market(50, Optional.empty()));
        NewOrder market = atOnce(order);

        PreviewOutcome.Previewed outcome =
                (PreviewOutcome.Previewed) previews.all().getFirst().preview(market, BTC);

        assertThat(outcome.preview().averagePx().amount())
                .isGreaterThan(outcome.preview().offerPx().amount());
        assertThat(outcome.preview().slippageBps(Side.BUY)).isBetween(1, 100);
        assertThat(outcome.preview().total().asset()).isEqualTo(new Asset("USD"));
        assertThat(control.get("orders").path("orders")).isEmpty();
    }

    @Test
    void positionsAreThoseOfOurPortfolio() {
        List<Holding> ours = whole(positions.all().getFirst().positions());

        assertThat(ours).extracting(Holding::brokerSymbol).doesNotHaveDuplicates().contains("BTC");
        assertThat(whole(positions.all().getFirst().holdings()))
                .extracting(Holding::brokerSymbol)
                .contains("BTC", "USD");
    }

    @Test
    void whatMovedBesideTradesIsTold() {
        control.post(
                "transfers",
                "{\"type\":\"DEPOSIT\",\"status\":\"TRANSACTION_DONE\",\"symbol\":\"BTC\",\"amount\":\"2\"}");

        List<Transfer> all = whole(transactions.all().getFirst().transfers(Instant.EPOCH));

        assertThat(all).hasSize(1);
        assertThat(all.getFirst().kind()).isEqualTo(Transfer.Kind.IN);
        assertThat(all.getFirst().state()).isEqualTo(Transfer.State.DONE);
        assertThat(all.getFirst().amount())
                .isEqualTo(new Money(Decimal10.of("2"), new Asset("BTC")));
        assertThat(
                        whole(
                                transactions
                                        .all()
                                        .getFirst()
                                        .transfers(Instant.parse("2100-01-01T00:00:00Z"))))
                .isEmpty();
    }

    private void publish(String price) {
        references.publish(
                Requests.BTC, new Reference(Price.of(price), clock.instant(), PrimeMapping.BROKER));
    }

    private QuoteOutcome ask(String id, Optional<Side> side) {
        return ask(id, side, clock.instant());
    }

    private QuoteOutcome ask(String id, Optional<Side> side, Instant now) {
        QuoteRequest request =
                new QuoteRequest(
                        Requests.FUND,
                        Requests.MAIN,
                        new ClOrdId(id),
                        Requests.BTC,
                        side,
                        new OrderSize.Units(Quantity.of("0.5")));
        return quotes.all().getFirst().ask(request, BTC, now);
    }

    private SendOutcome take(Quote quote, Price price, String id) {
        NewOrder order =
                atOnce(
                        Requests.with(
                                Requests.limit(id, Side.BUY, "0.5", "60000"),
                                new OrderTerms.PreviouslyQuoted(quote.id(), price)));
        OrderGateway gateway = gateways.all().getFirst();
        MemoryBooks books = new MemoryBooks(clock);
        Admission.Admitted admitted =
                (Admission.Admitted)
                        books.book()
                                .admit(
                                        Requests.intent(
                                                order, "owner", Requests.wide(), clock.instant()));
        return gateway.send(
                admitted, (Preparation.Prepared) gateway.prepare(order, BTC, clock.instant()));
    }

    private static NewOrder atOnce(NewOrder order) {
        return new NewOrder(
                order.tenant(),
                order.account(),
                order.clOrdId(),
                order.symbol(),
                order.side(),
                order.size(),
                order.terms(),
                dev.primegate.order.TimeInForce.IOC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "desk",
                "trader",
                Optional.empty());
    }

    private static <T> T whole(Fetched<T> fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Whole.class);
        return ((Fetched.Whole<T>) fetched).value();
    }
}
