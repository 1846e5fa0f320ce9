package dev.primegate.broker.alpacabroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.PositionReports;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.SendOutcome;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Balance;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Admission;
import dev.primegate.order.Attempt;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.OrderTerms;
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
import java.util.Objects;
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

/** The adapter against a simulated Alpaca, over real sockets. */
@QuarkusTest
@QuarkusTestResource(AlpacaSimulated.class)
class AlpacaContractTest {
    private static int orders;

    @Inject Brokers<OrderGateway> gateways;
    @Inject Brokers<OrderReports> reports;
    @Inject Brokers<AccountReports> accounts;
    @Inject Brokers<PositionReports> positions;
    @Inject Brokers<NewsFeed> feeds;
    @Inject MemoryRateBudget budget;
    @Inject FeedLeases leases;

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
        assertThat(whole(reports().executions(filled))).hasSize(2);
        assertThat(whole(positions.all().getFirst().positions()))
                .singleElement()
                .extracting(Holding::brokerSymbol, Holding::quantity)
                .containsExactly("AAPL", Decimal10.of("10"));
    }

    @Test
    @Proves({"A4", "G1"})
    void everyKindOfOrderIsTaken() {
        OrderTerms market = new OrderTerms.Market(50, Optional.empty());
        for (Orders kind :
                List.of(
                        apple("150"),
                        apple("150").with(TimeInForce.GTC),
                        apple("150").with(TimeInForce.IOC),
                        apple("150").with(TimeInForce.FOK),
                        apple("150").with(market),
                        apple("150").with(new OrderTerms.Stop(Price.of("250"), 50)),
                        apple("150")
                                .with(
                                        new OrderTerms.StopLimit(
                                                Price.of("250"), Price.of("251"))))) {
            assertThat(outcome(admitted(kind))).isInstanceOf(SendOutcome.Received.class);
        }
    }

    @Test
    @Proves("F5")
    void aRestingOrderIsCancelled() {
        Order resting = sent("150", SendOutcome.Received.class);
        var _ = until(() -> lookedUp(resting), o -> o.status() == OrderStatus.NEW);

        assertThat(gateway().cancel(resting)).isInstanceOf(CancelOutcome.Requested.class);

        Order ended = until(() -> lookedUp(resting), o -> o.status() == OrderStatus.CANCELED);
        assertThat(gateway().cancel(ended)).isInstanceOf(CancelOutcome.Refused.class);
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
    void anAnswerThatIsLostOrBrokenIsDoubtAndTheOrderIsFoundByOurId(String fault) {
        control.fault(fault);

        Order order = sent("150", SendOutcome.Unknown.class);

        assertThat(control.seen(order.id().text())).isEqualTo(new Control.Seen(1, 1));
        assertThat(reports().lookup(order)).isInstanceOf(Evidence.Found.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cutBeforeAccept", "errorBeforeAccept"})
    @Proves({"X2", "X12", "X15"})
    void anOrderThatNeverArrivedIsAbsentByItsIdAndByTheListAndByTheirClock(String fault) {
        control.fault(fault);
        Order order = sent("150", SendOutcome.Unknown.class);

        assertThat(reports().lookup(order))
                .isInstanceOfSatisfying(
                        Evidence.Absent.class,
                        absent ->
                                assertThat(absent.askedAt())
                                        .isBefore(order.attempt().fence())
                                        .isAfter(order.attempt().signedAt().minusSeconds(2)));
        assertThat(gateway().window().fence(order.attempt().signedAt()))
                .isAfter(order.attempt().signedAt().plus(AlpacaSignOn.LONGEST_LIFE));
        assertThat(control.seen(order.id().text()).accepted()).isZero();
    }

    @Test
    @Proves("X1")
    void anIdMakesOneOrderAndASecondSendIsDoubtAndNoRefusal() {
        Admission.Admitted admitted = admitted(apple("150"));
        assertThat(outcome(admitted)).isInstanceOf(SendOutcome.Received.class);

        assertThat(outcome(admitted)).isInstanceOf(SendOutcome.Unknown.class);

        assertThat(control.seen(admitted.order().id().text())).isEqualTo(new Control.Seen(2, 1));
    }

    @Test
    void aRefusalIsOneAndWhatFailsLaterIsRejected() {
        control.fault("reject");
        var _ = sent("150", SendOutcome.Refused.class);
        control.fault("failLater");
        Order order = sent("150", SendOutcome.Received.class);

        var _ = until(() -> lookedUp(order), o -> o.status() == OrderStatus.REJECTED);
    }

    @Test
    @Proves("X16")
    void tooManyIsNotSent() {
        control.post("faults", "{\"fault\":\"throttle\",\"retry_after\":\"30\"}");

        assertThat(outcome(admitted(apple("150"))))
                .isEqualTo(new SendOutcome.Throttled(Optional.of(Duration.ofSeconds(30))));
    }

    @Test
    @Proves({"A4", "G8"})
    void theBalanceIsRead() {
        List<Balance> balances = whole(accounts.all().getFirst().balances());

        assertThat(balances)
                .singleElement()
                .satisfies(b -> assertThat(b.amount().asset().code()).isEqualTo("USD"));
    }

    @Test
    @Proves({"K2", "X48"})
    void theStreamTellsWhatHappens() throws InterruptedException {
        Ear ear = new Ear();
        try (NewsFeed.Connection _ = feeds.all().getFirst().open(ear)) {
            assertThat(ear.next().news()).isEmpty();

            Order order = sent("200", SendOutcome.Received.class);

            var _ =
                    until(
                            () -> heard(order, ear),
                            o ->
                                    o.status() == OrderStatus.FILLED
                                            && o.cumQty().equals(Quantity.of("10")));
        }
        assertThat(ear.ended.poll(10, TimeUnit.SECONDS)).isEqualTo("closed by us");
    }

    @Test
    @Proves({"K2", "X20"})
    void aCommentThatAnnouncesDroppedMessagesEndsTheStreamAndTheNextTellsThemAgain()
            throws InterruptedException {
        Ear ear = new Ear();
        Order order;
        try (NewsFeed.Connection _ = feeds.all().getFirst().open(ear)) {
            assertThat(ear.next().news()).isEmpty();
            control.post("news", "{\"channel\":\"trades\",\"skip_next\":3}");

            order = sent("200", SendOutcome.Received.class);

            assertThat(ear.ended.poll(10, TimeUnit.SECONDS))
                    .isEqualTo("Alpaca says: you are reading too slowly, dropped 3 messages");
        }
        Order missed = order;
        Ear again = new Ear();
        try (NewsFeed.Connection _ = feeds.all().getFirst().open(again)) {
            var _ = until(() -> heard(missed, again), o -> o.status() == OrderStatus.FILLED);
        }
    }

    @Test
    @Proves({"K2", "X49"})
    void aNewReaderBeginsAtTheCommittedCursorLessFiveMinutes() throws InterruptedException {
        control.post("clock", "{\"skew_seconds\":-600}");
        Order early = sent("150", SendOutcome.Received.class);
        var _ = until(() -> lookedUp(early), o -> o.status() == OrderStatus.NEW);
        control.post("clock", "{\"skew_seconds\":0}");
        Instant now = clock.instant();
        FeedLeases.Lease lease =
                leases.take(
                                AlpacaMapping.BROKER,
                                "test",
                                new FeedLeases.Term(now.plusSeconds(60), now.plusSeconds(60)))
                        .orElseThrow();
        assertThat(leases.commit(lease, now.minus(Duration.ofMinutes(6)))).isTrue();
        Ear overlapping = new Ear();
        try (NewsFeed.Connection _ = feeds.all().getFirst().open(overlapping)) {
            var _ = until(() -> heard(early, overlapping), o -> !overlapping.told.isEmpty());
        }
        assertThat(leases.commit(lease, now)).isTrue();
        Ear later = new Ear();
        try (NewsFeed.Connection _ = feeds.all().getFirst().open(later)) {
            assertThat(later.next().news()).isEmpty();
            assertThat(later.frames.poll(1500, TimeUnit.MILLISECONDS)).isNull();
        } finally {
            leases.release(lease);
        }
    }

    @Test
    @Proves("X20")
    void whatWasMissedIsSwept() {
        Order order = sent("200", SendOutcome.Received.class);
        var _ = until(() -> lookedUp(order), o -> o.status() == OrderStatus.FILLED);

        // Its clock is read in whole seconds, and a second is asked for once it is over.
        List<BrokerNews> swept =
                untilSome(() -> whole(reports().executionsSince(clock.instant().minusSeconds(60))));

        assertThat(swept)
                .hasSize(2)
                .allMatch(
                        news -> ((BrokerNews.OfOrder) news).event() instanceof OrderEvent.Executed);
    }

    private static Orders apple(String price) {
        return Orders.limit("ab-" + orders++, price);
    }

    private OrderGateway gateway() {
        return gateways.all().getFirst();
    }

    private OrderReports reports() {
        return reports.all().getFirst();
    }

    private Order sent(String price, Class<? extends SendOutcome> expected) {
        Admission.Admitted admitted = admitted(apple(price));
        SendOutcome outcome = outcome(admitted);
        assertThat(outcome).isInstanceOf(expected);
        return outcome instanceof SendOutcome.Received(var id)
                ? told(admitted.order(), Requests.reported(OrderStatus.PENDING_NEW, id.text()))
                : admitted.order();
    }

    private Admission.Admitted admitted(Orders of) {
        // As long as a slow machine may need.
        Instant now = clock.instant();
        Instant lease = now.plusSeconds(60);
        return Admissions.admitted(
                books, of.build(), new Attempt("owner", now, lease, gateway().window().fence(now)));
    }

    private SendOutcome outcome(Admission.Admitted admitted) {
        Order order = admitted.order();
        Preparation.Prepared prepared =
                (Preparation.Prepared)
                        gateway()
                                .prepare(
                                        order.request(),
                                        SymbolMaster.standard().get(order.request().symbol()),
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
        for (NewsFeed.Frame frame = ear.frames.poll(); frame != null; frame = ear.frames.poll()) {
            for (BrokerNews news : frame.news()) {
                BrokerNews.OfOrder told = (BrokerNews.OfOrder) news;
                if (told.orderId().equals(Optional.of(order.id()))) {
                    ear.told.add(told);
                    now = told(now, told.event());
                }
            }
        }
        return now;
    }

    private Order told(Order order, OrderEvent event) {
        return books.book().apply(order.id(), event, "test").order();
    }

    private static <T> T whole(Fetched<T> fetched) {
        return ((Fetched.Whole<T>) fetched).value();
    }

    private static Order until(Supplier<Order> source, Predicate<Order> wanted) {
        Instant deadline = Instant.now().plusSeconds(20);
        Order order = source.get();
        while (!wanted.test(order)) {
            assertThat(Instant.now()).as("still %s", order.status()).isBefore(deadline);
            rest();
            order = source.get();
        }
        return order;
    }

    private static <T> List<T> untilSome(Supplier<List<T>> source) {
        Instant deadline = Instant.now().plusSeconds(20);
        List<T> some = source.get();
        while (some.size() < 2 && Instant.now().isBefore(deadline)) {
            rest();
            some = source.get();
        }
        return some;
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what a feed tells. */
    private static final class Ear implements NewsFeed.Listener {
        private final BlockingQueue<NewsFeed.Frame> frames = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
        private final BlockingQueue<BrokerNews> told = new LinkedBlockingQueue<>();

        @Override
        public void frame(NewsFeed.Frame frame) {
            frames.add(frame);
        }

        @Override
        public void ended(String why) {
            ended.add(why);
        }

        NewsFeed.Frame next() throws InterruptedException {
            NewsFeed.Frame frame = frames.poll(20, TimeUnit.SECONDS);
            return Objects.requireNonNull(frame, "nothing was told: " + ended.peek());
        }
    }
}
