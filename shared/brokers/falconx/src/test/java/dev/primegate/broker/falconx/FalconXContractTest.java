package dev.primegate.broker.falconx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.Quote;
import dev.primegate.broker.QuoteGateway;
import dev.primegate.broker.QuoteOutcome;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.SendOutcome;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Balance;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.Admission;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against a simulated FalconX, over real sockets. */
@QuarkusTest
@QuarkusTestResource(FalconXSimulated.class)
class FalconXContractTest {
    /** {@code old} still trades by version 1. */
    private static final List<String> ACCOUNTS = List.of("main", "old");

    private static int orders;

    @Inject Brokers<OrderGateway> gateways;
    @Inject Brokers<OrderReports> reports;
    @Inject Brokers<QuoteGateway> quotes;
    @Inject Brokers<AccountReports> accounts;
    @Inject Brokers<NewsFeed> feeds;
    @Inject MemoryRateBudget budget;

    private final Clock clock = Clock.systemUTC();
    private final MemoryBooks books = new MemoryBooks(clock);
    private final Control control = new Control();

    @BeforeEach
    void beginAnew() {
        control.post("reset", "{}");
        control.post("clock", "{\"skew_seconds\":0}");
        budget.reset();
        // An answer says what the broker's clock shows now.
        var _ = accounts.all().getFirst().balances();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "old"})
    @Proves({"A4", "M3"})
    void anOrderIsFilledInItsAnswer(String account) {
        Order order = heard(admitted(order(account, limit("60000"))));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.cumQty()).isEqualTo(Quantity.of("0.5"));
        assertThat(books.query().executions(order.id())).hasSize(1);
        Fetched.Whole<List<Execution>> again =
                (Fetched.Whole<List<Execution>>) reports().executions(order);
        assertThat(again.value()).hasSize(1);
        assertThat(
                        again.value()
                                .getFirst()
                                .isSameTradeAs(books.query().executions(order.id()).getFirst()))
                .isTrue();
        assertThat(paths()).contains(account.equals("old") ? "/v1/order" : "/v3/order");
    }

    @Test
    @Proves({"A4", "F7"})
    void aMarketOrderIsToo() {
        Order order = heard(admitted(order("main", new OrderTerms.Market(50, Optional.empty()))));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aLimitThatIsNotMetKillsTheOrder() {
        Order order = heard(admitted(order("main", limit("50000"))));

        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order.progress().reports().brokerOrderId()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "old"})
    @Proves({"A4", "M3"})
    void aQuoteIsTakenAndFilled(String account) {
        Quote quote = quote(account, Side.SELL);

        Order order = heard(admitted(taking(account, quote, Side.SELL)));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.avgPx()).isEqualTo(quote.bidPx());
        assertThat(order.progress().reports().brokerOrderId().orElseThrow().text())
                .isEqualTo(quote.id().id());
        assertThat(paths())
                .contains(account.equals("old") ? "/v1/quotes/execute" : "/v3/quotes/execute");
    }

    @ParameterizedTest
    @CsvSource({
        "cutAfterAccept,false",
        "errorAfterAccept,false",
        "htmlAfterAccept,false",
        "halfBodyAfterAccept,false",
        "timedOutAfterAccept,false",
        "cutAfterAccept,true",
        "errorAfterAccept,true",
        "htmlAfterAccept,true",
        "halfBodyAfterAccept,true",
        "timedOutAfterAccept,true",
    })
    @Proves({"X1", "X14", "X15"})
    void anAnswerThatIsLostOrBrokenIsDoubtAndTheTradeIsFoundByEvidence(
            String fault, boolean quoted) {
        Admission.Admitted admitted = admitted(quoted);
        control.fault(fault);

        Order order = doubted(admitted);
        Order found = lookedUp(order);

        assertThat(found.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(books.query().executions(order.id())).hasSize(1);
        assertThat(posts()).isEqualTo(1);
        assertThat(trades()).isEqualTo(1);
    }

    @Test
    @Proves("X15")
    void anAnswerThatComesTooLateIsDoubt() {
        Admission.Admitted admitted = admitted(false);
        control.post("faults", "{\"fault\":\"delayAfterAccept\",\"delay_ms\":11000}");

        Order order = doubted(admitted);

        assertThat(lookedUp(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cutBeforeAccept", "errorBeforeAccept"})
    @Proves({"X2", "X15"})
    void aOneShotOrderThatIsNotFoundStaysInDoubtWithoutAContract(String fault) {
        Admission.Admitted admitted = admitted(false);
        control.fault(fault);

        Order order = doubted(admitted);

        assertThat(reports().lookup(order))
                .isInstanceOfSatisfying(
                        Evidence.Inconclusive.class,
                        nothing -> assertThat(nothing.why()).contains("no contract"));
        assertThat(posts()).isEqualTo(1);
        assertThat(trades()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cutBeforeAccept", "errorBeforeAccept"})
    @Proves({"X2", "X15"})
    void aQuoteThatWasNotTakenIsProvenSoByItsEndOnTheBrokersClock(String fault) {
        Admission.Admitted admitted = admitted(true);
        control.fault(fault);
        Order order = doubted(admitted);

        assertThat(lookedUp(order).status()).isEqualTo(OrderStatus.PENDING_NEW);
        // The broker's clock alone is beyond the quote's end and the order's fence.
        control.post("clock", "{\"skew_seconds\":25}");
        assertThat(lookedUp(order).status()).isEqualTo(OrderStatus.EXPIRED);

        assertThat(posts()).isEqualTo(1);
        assertThat(trades()).isZero();
    }

    @Test
    void aRefusalIsOne() {
        Admission.Admitted admitted = admitted(false);
        control.fault("reject");

        assertThat(outcome(admitted)).isInstanceOf(SendOutcome.Refused.class);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    @Proves("X16")
    void tooManyIsNotSentAndSaysForHowLong() {
        Admission.Admitted admitted = admitted(false);
        control.post("faults", "{\"fault\":\"throttle\",\"retry_after\":\"30\"}");

        SendOutcome.Throttled throttled = (SendOutcome.Throttled) outcome(admitted);

        assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(accounts.all().getFirst().balances()).isInstanceOf(Fetched.Failed.class);
    }

    @Test
    @Proves("X11")
    void bytesThatWereSignedTooLongAgoAreRefusedByFalconXItself() {
        Admission.Admitted admitted = admitted(false);
        Preparation.Prepared stale =
                prepared(admitted.order().request(), clock.instant().minusSeconds(31));

        assertThat(gateway().send(admitted, stale))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("30 seconds"));
        assertThat(trades()).isZero();
    }

    @Test
    @Proves("X17")
    void aSecondExecutionOfAQuoteWouldBeTheSameTradeAndASecondOrderAnotherOne() {
        Admission.Admitted taking = admitted(true);
        SendOutcome.Ended once = (SendOutcome.Ended) outcome(taking);
        SendOutcome.Ended twice = (SendOutcome.Ended) outcome(taking);
        assertThat(trade(twice).isSameTradeAs(trade(once))).isTrue();

        Admission.Admitted order = admitted(false);
        Execution first = trade((SendOutcome.Ended) outcome(order));
        Execution second = trade((SendOutcome.Ended) outcome(order));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(trades()).isEqualTo(3);
    }

    @Test
    void whatWasMissedIsSweptSinceATime() {
        Instant before = clock.instant().minus(Duration.ofHours(20));
        Order order = heard(admitted(false));
        Order taking = heard(admitted(true));

        Fetched.Whole<List<BrokerNews>> swept =
                (Fetched.Whole<List<BrokerNews>>) reports().executionsSince(before);

        assertThat(swept.value())
                .extracting(news -> ((BrokerNews.OfOrder) news).orderId())
                .containsExactly(Optional.of(order.id()), Optional.empty());
        assertThat(swept.value())
                .extracting(news -> ((BrokerNews.OfOrder) news).brokerOrderId())
                .contains(taking.progress().reports().brokerOrderId().orElseThrow());
    }

    @Test
    void nothingIsOpenSoNothingIsCancelled() {
        Order order = heard(admitted(false));

        assertThat(gateway().cancel(order)).isInstanceOf(CancelOutcome.Refused.class);
    }

    @Test
    void balancesAreReadAndTheRateIsHeldAgainstOurs() {
        AccountReports account = accounts.all().getFirst();

        assertThat(((Fetched.Whole<List<Balance>>) account.balances()).value())
                .anyMatch(balance -> balance.amount().asset().code().equals("USD"));
        assertThat(account.products()).isInstanceOf(Fetched.Whole.class);
    }

    /**
     * A cut in the midst of messages the client may not hear of; then the silence tells, 10 s on.
     */
    @Test
    void pricesComeOverTheStreamUntilItIsCut() throws InterruptedException {
        BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        try (NewsFeed.Connection _ = feeds.all().getFirst().open(listener(heard))) {
            assertThat(heard.poll(10, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            NewsFeed.Frame.class,
                            frame ->
                                    assertThat(frame.news())
                                            .isNotEmpty()
                                            .allMatch(BrokerNews.OfMarket.class::isInstance));
            control.post("news/cut", "{}");
            Object last = heard.poll(30, TimeUnit.SECONDS);
            while (last instanceof NewsFeed.Frame) {
                last = heard.poll(30, TimeUnit.SECONDS);
            }
            assertThat(last).isInstanceOf(String.class);
        }
    }

    private static NewsFeed.Listener listener(BlockingQueue<Object> heard) {
        return new NewsFeed.Listener() {
            @Override
            public void frame(NewsFeed.Frame frame) {
                heard.add(frame);
            }

            @Override
            public void ended(String why) {
                heard.add(why);
            }
        };
    }

    private OrderGateway gateway() {
        return gateways.all().getFirst();
    }

    private OrderReports reports() {
        return reports.all().getFirst();
    }

    private Quote quote(String account, Side side) {
        QuoteRequest request =
                new QuoteRequest(
                        Requests.FUND,
                        new Account(account),
                        new ClOrdId("quote-" + orders++),
                        Requests.BTC,
                        Optional.of(side),
                        new OrderSize.Units(Quantity.of("0.5")));
        QuoteOutcome outcome = quotes.all().getFirst().ask(request, instrument(), clock.instant());
        assertThat(outcome).isInstanceOf(QuoteOutcome.Quoted.class);
        return ((QuoteOutcome.Quoted) outcome).quote();
    }

    private Admission.Admitted admitted(boolean quoted) {
        return admitted(
                quoted
                        ? taking("main", quote("main", Side.BUY), Side.BUY)
                        : order("main", limit("60000")));
    }

    private Admission.Admitted admitted(NewOrder order) {
        return (Admission.Admitted)
                books.book()
                        .admit(
                                Requests.intent(
                                        order,
                                        "owner",
                                        Requests.wide(),
                                        clock.instant(),
                                        Duration.ZERO));
    }

    private static NewOrder taking(String account, Quote quote, Side side) {
        return order(
                account,
                new OrderTerms.PreviouslyQuoted(quote.id(), quote.price(side).orElseThrow()),
                side);
    }

    private static OrderTerms limit(String price) {
        return new OrderTerms.Limit(Price.of(price), Optional.empty());
    }

    private static NewOrder order(String account, OrderTerms terms) {
        return order(account, terms, Side.BUY);
    }

    private static NewOrder order(String account, OrderTerms terms, Side side) {
        assertThat(ACCOUNTS).contains(account);
        return new NewOrder(
                Requests.FUND,
                new Account(account),
                new ClOrdId("falconx-" + orders++),
                Requests.BTC,
                side,
                new OrderSize.Units(Quantity.of("0.5")),
                terms,
                TimeInForce.FOK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "desk",
                "trader",
                Optional.empty());
    }

    /** Sends it and books what the answer says. */
    private Order heard(Admission.Admitted admitted) {
        SendOutcome outcome = outcome(admitted);
        assertThat(outcome).isInstanceOf(SendOutcome.Ended.class);
        Order order = admitted.order();
        for (OrderEvent event : ((SendOutcome.Ended) outcome).news()) {
            order = books.book().apply(order.id(), event, "test").order();
        }
        return order;
    }

    private Order doubted(Admission.Admitted admitted) {
        assertThat(outcome(admitted)).isInstanceOf(SendOutcome.Unknown.class);
        return admitted.order();
    }

    private SendOutcome outcome(Admission.Admitted admitted) {
        return gateway().send(admitted, prepared(admitted.order().request(), clock.instant()));
    }

    private Preparation.Prepared prepared(NewOrder order, Instant now) {
        return (Preparation.Prepared) gateway().prepare(order, instrument(), now);
    }

    private static Instrument instrument() {
        return SymbolMaster.standard().get(Requests.BTC);
    }

    private static Execution trade(SendOutcome.Ended ended) {
        return ((OrderEvent.Executed) ended.news().getLast()).execution();
    }

    private Order lookedUp(Order order) {
        Order now = books.query().find(order.id()).orElseThrow();
        Evidence evidence = reports().lookup(now);
        assertThat(evidence).isInstanceOf(Evidence.Found.class);
        for (BrokerNews news : ((Evidence.Found) evidence).news()) {
            OrderEvent event = ((BrokerNews.OfOrder) news).event();
            now = books.book().apply(now.id(), event, "test").order();
        }
        return now;
    }

    /** How often something that trades was sent. */
    private long posts() {
        return paths().stream()
                .filter(path -> path.endsWith("/order") || path.endsWith("/execute"))
                .count();
    }

    private long trades() {
        long trades = 0;
        for (var order : control.get("orders").path("orders")) {
            trades += order.path("status").asText().equals("FILLED") ? 1 : 0;
        }
        return trades;
    }

    private List<String> paths() {
        return control.get("requests")
                .path("requests")
                .valueStream()
                .filter(request -> request.path("method").asText().equals("POST"))
                .map(request -> request.path("path").asText())
                .toList();
    }
}
