package dev.primegate.broker.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.broker.LocateDesk;
import dev.primegate.broker.MarginReports;
import dev.primegate.broker.MassCancel;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.PositionReports;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.CallDeadline;
import dev.primegate.broker.kit.Courier;
import dev.primegate.broker.kit.Pass;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.Balance;
import dev.primegate.ledger.MarginState;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.Admission;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Secrets;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.MemoryTokens;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against a simulated Clear Street, over real sockets. */
@QuarkusTest
@QuarkusTestResource(ClearStreetSimulated.class)
class ClearStreetContractTest {
    private static int orders;

    @Inject Brokers<OrderGateway> gateways;
    @Inject Brokers<OrderReports> reports;
    @Inject Brokers<AccountReports> accounts;
    @Inject Brokers<PositionReports> positions;
    @Inject Brokers<MarginReports> margins;
    @Inject Brokers<LocateDesk> locates;
    @Inject Brokers<MassCancel> massCancels;
    @Inject Brokers<NewsFeed> feeds;
    @Inject MemoryRateBudget budget;
    @Inject ClearStreetApi api;
    @Inject ClearStreetAuthApi auth;
    @Inject ClearStreetConfig config;
    @Inject Courier courier;
    @Inject Secrets secrets;

    private final Clock clock = Clock.systemUTC();
    private final MemoryBooks books = new MemoryBooks(clock);
    private final Control control = new Control();

    @BeforeEach
    void beginAnew() {
        control.post("reset", "{}");
        control.post("throttle", "{\"rate_per_second\":1000,\"burst\":1000}");
        budget.reset();
    }

    @Test
    @Proves({"A4", "F4"})
    void anOrderIsReceivedFillsAndIsTold() {
        Order order = sent("200", SendOutcome.Received.class);

        Order filled = until(() -> lookedUp(order), o -> o.status() == OrderStatus.FILLED);

        assertThat(filled.cumQty()).isEqualTo(Quantity.of("10"));
        assertThat(books.query().executions(order.id())).hasSize(2);
        Fetched.Whole<List<Execution>> fills =
                (Fetched.Whole<List<Execution>>) reports().executions(filled);
        assertThat(fills.value()).hasSize(2);
        assertThat(positions.all().getFirst().positions())
                .isInstanceOfSatisfying(
                        Fetched.Whole.class,
                        whole ->
                                assertThat(((Holding) ((List<?>) whole.value()).getFirst()))
                                        .satisfies(held -> {
                                            assertThat(held.brokerSymbol()).isEqualTo("AAPL");
                                            assertThat(held.quantity())
                                                    .isEqualTo(Decimal10.of("10"));
                                        }));
    }

    @Test
    @Proves({"A4", "G1"})
    void everyKindOfOrderIsTaken() {
        OrderTerms market = new OrderTerms.Market(50, Optional.empty());
        Instant soon = clock.instant().plusSeconds(60);
        for (Orders kind :
                List.of(
                        apple("150"),
                        apple("150").with(market),
                        apple("150")
                                .with(new OrderTerms.Stop(dev.primegate.money.Price.of("250"), 50)),
                        apple("150")
                                .with(
                                        new OrderTerms.StopLimit(
                                                dev.primegate.money.Price.of("250"),
                                                dev.primegate.money.Price.of("251"))),
                        apple("200")
                                .with(Orders.limit("200", OrderTerms.Strategy.Target.TWAP, "0.1"))
                                .within(clock.instant(), soon),
                        apple("200").with(Orders.limit("200", OrderTerms.Strategy.Target.VWAP, "")),
                        apple("150").with(Side.SELL_SHORT))) {
            assertThat(outcome(admitted(kind))).isInstanceOf(SendOutcome.Received.class);
        }
    }

    @Test
    @Proves("F5")
    void aRestingOrderIsCancelled() {
        Order resting = resting();

        assertThat(gateway().cancel(resting)).isInstanceOf(CancelOutcome.Requested.class);

        Order ended = until(() -> lookedUp(resting), o -> o.status() == OrderStatus.CANCELED);
        assertThat(gateway().cancel(ended)).isInstanceOf(CancelOutcome.Refused.class);
    }

    @Test
    @Proves("F5")
    void oneCallEndsEveryOrderOfASymbol() {
        Order apple = resting();
        Order spy = sent(apple("500").of("SPY"), SendOutcome.Received.class);
        MassCancel massCancel = massCancels.all().getFirst();

        assertThat(massCancel.cancelAll(Optional.of(new Symbol("AAPL"))))
                .isInstanceOf(CancelOutcome.Requested.class);
        until(() -> lookedUp(apple), o -> o.status() == OrderStatus.CANCELED);
        assertThat(lookedUp(spy).status()).isEqualTo(OrderStatus.NEW);

        assertThat(massCancel.cancelAll(Optional.empty()))
                .isInstanceOf(CancelOutcome.Requested.class);
        until(() -> lookedUp(spy), o -> o.status() == OrderStatus.CANCELED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cutAfterAccept",
                "errorAfterAccept",
                "htmlAfterAccept",
                "halfBodyAfterAccept",
                "timedOutAfterAccept",
            })
    @Proves({"X1", "X14", "X15"})
    void anAnswerThatIsLostOrBrokenIsDoubtAndTheOrderIsFoundByItsReference(String fault) {
        control.fault(fault);

        Order order = sent("150", SendOutcome.Unknown.class);

        assertThat(control.seen(order.id().text())).isEqualTo(new Control.Seen(1, 1));
        assertThat(reports().lookup(order)).isInstanceOf(Evidence.Found.class);
        var _ = until(() -> lookedUp(order), o -> o.status() == OrderStatus.NEW);
    }

    @Test
    @Proves("X15")
    void anAnswerThatComesTooLateIsDoubt() {
        control.post("faults", "{\"fault\":\"delayAfterAccept\",\"delay_ms\":11000}");

        Order order = sent("150", SendOutcome.Unknown.class);

        assertThat(control.seen(order.id().text())).isEqualTo(new Control.Seen(1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cutBeforeAccept", "errorBeforeAccept"})
    @Proves({"X2", "X12", "X15"})
    void anOrderThatNeverArrivedIsProvenAbsentOnlyAfterItsSession(String fault) {
        control.fault(fault);
        Order order = sent("150", SendOutcome.Unknown.class);
        assertThat(reports().lookup(order))
                .isInstanceOfSatisfying(
                        Evidence.Inconclusive.class,
                        doubt -> assertThat(doubt.why()).contains("its session is not over"));

        control.post("clock", "{\"skew_seconds\":18000}");

        assertThat(reports().lookup(order))
                .isInstanceOfSatisfying(
                        Evidence.Absent.class,
                        absent -> assertThat(absent.askedAt()).isAfter(order.attempt().fence()));
        assertThat(orderPosts()).isEqualTo(1);
    }

    @Test
    @Proves({"X2", "X12"})
    void absenceIsNotProvenByListsOfAnotherDayOrAReplayThatBreaksOff() {
        control.fault("cutBeforeAccept");
        Order order = sent("150", SendOutcome.Unknown.class);

        control.post("clock", "{\"skew_seconds\":18000}");
        control.post("news", "{\"channel\":\"replay-complete\",\"drop_next\":1}");
        assertThat(reports().lookup(order)).isInstanceOf(Evidence.Inconclusive.class);

        control.post("clock", "{\"skew_seconds\":64800}");
        assertThat(reports().lookup(order))
                .isInstanceOfSatisfying(
                        Evidence.Inconclusive.class,
                        doubt -> assertThat(doubt.why()).contains("its lists show"));
    }

    @Test
    void aRefusalIsOne() {
        control.fault("reject");

        var _ = sent("150", SendOutcome.Refused.class);

        assertThat(orderPosts()).isEqualTo(1);
    }

    @Test
    void anOrderThatFailsLaterIsRejected() {
        control.fault("failLater");
        Order order = sent("150", SendOutcome.Received.class);

        until(() -> lookedUp(order), o -> o.status() == OrderStatus.REJECTED);
    }

    @Test
    @Proves("X16")
    void tooManyIsNotSentAndEverybodyWaits() {
        control.post("faults", "{\"fault\":\"throttle\",\"retry_after\":\"30\"}");

        SendOutcome.Throttled throttled = (SendOutcome.Throttled) outcome(admitted(apple("150")));

        assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(outcome(admitted(apple("150")))).isInstanceOf(SendOutcome.NotSent.class);
        assertThat(orderPosts()).isEqualTo(1);
    }

    @Test
    @Proves("C7")
    void aReadThatIsRefusedForItsTokenIsMadeOnceMoreWithAnotherAndAnOrderIsNot() {
        SettableClock time = new SettableClock(clock.instant());
        ClearStreetSignOn signOn = new ClearStreetSignOn(auth, config, secrets, new CallDeadline());
        ClearStreetTokens own =
                new ClearStreetTokens(signOn, new MemoryTokens(time), time, _ -> {});
        ClearStreetCalls calls = new ClearStreetCalls(api, signOn, own, courier, config);
        assertThat(status(calls.holdings())).isEqualTo(200);
        long before = tokenCalls();
        time.advance(Duration.ofMinutes(2));
        control.post("clock", "{\"skew_seconds\":86500}");

        Answer refused = calls.createOrder((Pass.Open) own.get(), "{}");
        assertThat(status(refused)).isEqualTo(401);
        assertThat(orderPosts()).isEqualTo(1);
        assertThat(status(calls.holdings())).isEqualTo(200);
        assertThat(tokenCalls()).isEqualTo(before + 1);

        time.advance(Duration.ofMinutes(2));
        control.post("clock", "{\"skew_seconds\":173000}");
        assertThat(status(calls.holdings())).isEqualTo(200);
        assertThat(tokenCalls()).isEqualTo(before + 2);
    }

    @Test
    @Proves({"A4", "G8"})
    void balancesHoldingsAndMarginAreRead() {
        assertThat(((Fetched.Whole<List<Balance>>) accounts.all().getFirst().balances()).value())
                .anyMatch(balance -> balance.amount().asset().code().equals("USD"));
        assertThat(((Fetched.Whole<List<Holding>>) positions.all().getFirst().holdings()).value())
                .isEmpty();
        assertThat(((Fetched.Whole<List<MarginState>>) margins.all().getFirst().margin()).value())
                .extracting(MarginState::model)
                .containsExactlyInAnyOrder(MarginState.Model.REG_T, MarginState.Model.PORTFOLIO);
    }

    @Test
    @Proves("A4")
    void whatIsHardToBorrowIsLocatedAndThenSoldShort() {
        LocateDesk desk = locates.all().getFirst();
        Orders exxon = apple("150").of("XOM").with(Side.SELL_SHORT);
        assertThat(outcome(admitted(exxon))).isInstanceOf(SendOutcome.Refused.class);

        LocateDesk.Asked.Taken asked =
                (LocateDesk.Asked.Taken)
                        desk.ask(new Symbol("XOM"), Quantity.of("10"), "our-locate-1");
        assertThat(asked.locate().status()).isEqualTo(LocateDesk.Status.OFFERED);
        String id = asked.locate().requestId();
        assertThat(desk.reply(id, true)).isInstanceOf(LocateDesk.Replied.Heard.class);
        assertThat(desk.reply(id, true)).isInstanceOf(LocateDesk.Replied.Refused.class);
        LocateDesk.Locate found = ((Fetched.Whole<LocateDesk.Locate>) desk.find(id)).value();
        assertThat(found.status()).isEqualTo(LocateDesk.Status.FILLED);

        Orders again =
                apple("150")
                        .of("XOM")
                        .with(Side.SELL_SHORT)
                        .locatedAs(found.locateId().orElseThrow());
        assertThat(outcome(admitted(again))).isInstanceOf(SendOutcome.Received.class);
        assertThat(desk.ask(new Symbol("SPY"), Quantity.of("1"), "our-locate-2"))
                .isInstanceOf(LocateDesk.Asked.Taken.class);
    }

    @Test
    @Proves({"K2", "X20"})
    void theFeedTellsTheWholeDayAgainAndThenWhatHappens() throws InterruptedException {
        Order early = sent("200", SendOutcome.Received.class);
        until(() -> lookedUp(early), o -> o.status() == OrderStatus.FILLED);
        Ear ear = new Ear();
        try (NewsFeed.Connection _ = feeds.all().getFirst().open(ear)) {
            List<BrokerNews> replay = ear.next().news();
            assertThat(replay).hasSize(3).allMatch(BrokerNews.OfOrder.class::isInstance);

            Order late = sent("200", SendOutcome.Received.class);
            until(
                    () -> heard(late, ear),
                    o -> o.status() == OrderStatus.FILLED && o.cumQty().equals(Quantity.of("10")));
        }
        assertThat(ear.ended.take()).isEqualTo("closed by us");
    }

    @Test
    @Proves({"K2", "X20"})
    void aLostMessageEndsTheConnectionAndTheNextTellsWhatWasMissed() throws InterruptedException {
        Ear ear = new Ear();
        try (NewsFeed.Connection _ = feeds.all().getFirst().open(ear)) {
            assertThat(ear.next().news()).isEmpty();
            control.post("news", "{\"channel\":\"trade-notice\",\"drop_next\":1}");
            var _ = sent("200", SendOutcome.Received.class);

            assertThat(ear.ended.poll(10, TimeUnit.SECONDS)).contains("sequence gap");
        }
        Ear again = new Ear();
        try (NewsFeed.Connection _ = feeds.all().getFirst().open(again)) {
            assertThat(again.next().news())
                    .anyMatch(news ->
                            ((BrokerNews.OfOrder) news).event() instanceof OrderEvent.Executed);
        }
    }

    @Test
    void whatWasMissedIsSwept() {
        Order order = sent("200", SendOutcome.Received.class);
        until(() -> lookedUp(order), o -> o.status() == OrderStatus.FILLED);

        Fetched.Whole<List<BrokerNews>> swept =
                (Fetched.Whole<List<BrokerNews>>)
                        reports().executionsSince(clock.instant().minusSeconds(60));

        assertThat(swept.value())
                .hasSize(2)
                .allMatch(
                        news -> ((BrokerNews.OfOrder) news).event() instanceof OrderEvent.Executed);
    }

    private static Orders apple(String price) {
        return Orders.limit("cs-" + orders++, price);
    }

    private OrderGateway gateway() {
        return gateways.all().getFirst();
    }

    private OrderReports reports() {
        return reports.all().getFirst();
    }

    private Order resting() {
        Order order = sent("150", SendOutcome.Received.class);
        return until(() -> lookedUp(order), o -> o.status() == OrderStatus.NEW);
    }

    private Order sent(String price, Class<? extends SendOutcome> expected) {
        return sent(apple(price), expected);
    }

    private Order sent(Orders of, Class<? extends SendOutcome> expected) {
        Admission.Admitted admitted = admitted(of);
        SendOutcome outcome = outcome(admitted);
        assertThat(outcome).isInstanceOf(expected);
        return outcome instanceof SendOutcome.Received(var id)
                ? told(admitted.order(), Requests.reported(OrderStatus.PENDING_NEW, id.text()))
                : admitted.order();
    }

    private Admission.Admitted admitted(Orders of) {
        // As long as a slow machine may need.
        return Admissions.admitted(books, of.build(), clock.instant(), Duration.ofSeconds(60));
    }

    private SendOutcome outcome(Admission.Admitted admitted) {
        Order order = admitted.order();
        Preparation.Prepared prepared =
                (Preparation.Prepared)
                        gateway()
                                .prepare(
                                        order.request(),
                                        dev.primegate.instrument.SymbolMaster.standard()
                                                .get(order.request().symbol()),
                                        clock.instant());
        return gateway().send(admitted, prepared);
    }

    private Order lookedUp(Order order) {
        Order now = books.query().find(order.id()).orElseThrow();
        if (reports().lookup(now) instanceof Evidence.Found(List<BrokerNews> all)) {
            for (BrokerNews news : all) {
                now = told(now, ((BrokerNews.OfOrder) news).event());
            }
        }
        return now;
    }

    private Order heard(Order order, Ear ear) {
        Order now = books.query().find(order.id()).orElseThrow();
        String id = now.progress().reports().brokerOrderId().orElseThrow().text();
        for (NewsFeed.Frame frame = ear.frames.poll(); frame != null; frame = ear.frames.poll()) {
            for (BrokerNews news : frame.news()) {
                BrokerNews.OfOrder told = (BrokerNews.OfOrder) news;
                now = told.brokerOrderId().text().equals(id) ? told(now, told.event()) : now;
            }
        }
        return now;
    }

    private Order told(Order order, OrderEvent event) {
        return books.book().apply(order.id(), event, "test").order();
    }

    private static int status(Answer answer) {
        return ((Answer.Whole) answer).status();
    }

    private long orderPosts() {
        return requests("POST", "orders");
    }

    private long tokenCalls() {
        return requests("POST", "/oauth/token");
    }

    private long requests(String method, String end) {
        return control.get("requests")
                .path("requests")
                .valueStream()
                .filter(request -> request.path("method").asText().equals(method))
                .filter(request -> request.path("path").asText().endsWith(end))
                .filter(request -> !request.path("path").asText().endsWith("locate-orders"))
                .count();
    }

    private static Order until(Supplier<Order> source, Predicate<Order> wanted) {
        Instant deadline = Instant.now().plusSeconds(10);
        Order order = source.get();
        while (!wanted.test(order)) {
            assertThat(Instant.now()).as("still %s", order.status()).isBefore(deadline);
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            order = source.get();
        }
        return order;
    }

    /** Keeps what a feed tells. */
    private static final class Ear implements NewsFeed.Listener {
        private final BlockingQueue<NewsFeed.Frame> frames = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

        @Override
        public void frame(NewsFeed.Frame frame) {
            frames.add(frame);
        }

        @Override
        public void ended(String why) {
            ended.add(why);
        }

        NewsFeed.Frame next() throws InterruptedException {
            NewsFeed.Frame frame = frames.poll(10, TimeUnit.SECONDS);
            return java.util.Objects.requireNonNull(frame, "nothing was told: " + ended.peek());
        }
    }
}
