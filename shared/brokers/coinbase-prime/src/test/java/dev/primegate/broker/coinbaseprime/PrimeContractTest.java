package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.MarginReports;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.Product;
import dev.primegate.broker.SendOutcome;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Balance;
import dev.primegate.ledger.MarginState;
import dev.primegate.money.Quantity;
import dev.primegate.order.Admission;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against a simulated Prime, over real sockets. */
@QuarkusTest
@QuarkusTestResource(PrimeSimulated.class)
class PrimeContractTest {
    private static int orders;

    @Inject Brokers<OrderGateway> gateways;
    @Inject Brokers<OrderReports> reports;
    @Inject Brokers<AccountReports> accounts;
    @Inject Brokers<MarginReports> margins;
    @Inject MemoryRateBudget budget;

    private final Clock clock = Clock.systemUTC();
    private final MemoryBooks books = new MemoryBooks(clock);
    private final Control control = new Control();

    @BeforeEach
    void beginAnew() {
        control.post("reset", "{}");
        budget.reset();
    }

    @Test
    @Proves({"A4", "F4"})
    void anOrderIsReceivedFillsAndIsTold() {
        Order order = sent("60000", SendOutcome.Received.class);

        Order filled = until(() -> lookedUp(order), o -> o.status() == OrderStatus.FILLED);

        assertThat(filled.cumQty()).isEqualTo(Quantity.of("0.5"));
        assertThat(books.query().executions(order.id())).hasSize(2);
        Fetched.Whole<List<Execution>> fills =
                (Fetched.Whole<List<Execution>>) reports().executions(filled);
        assertThat(fills.value()).hasSize(2);
        assertThat(fills.askedAt()).isBetween(clock.instant().minusSeconds(30), clock.instant());
    }

    @Test
    @Proves("F6")
    void aMarginCallIsSeenAndSeenToBeMet() {
        assertThat(margin().isCalled()).isFalse();

        control.post("margin", "{\"call\":\"standard\",\"amount\":\"25000\"}");
        MarginState called = margin();
        assertThat(called.level()).isEqualTo(MarginState.Level.CALLED);
        assertThat(called.calls()).hasSize(1);
        assertThat(called.shortfall().orElseThrow()).hasToString("25000 USD");

        control.post("margin", "{\"call\":\"none\"}");
        assertThat(margin().isCalled()).isFalse();
    }

    private MarginState margin() {
        return ((Fetched.Whole<List<MarginState>>)
                        margins.find(PrimeMapping.BROKER).orElseThrow().margin())
                .value()
                .getFirst();
    }

    @Test
    @Proves("F5")
    void aRestingOrderIsCancelled() {
        Order order = sent("50000", SendOutcome.Received.class);
        Order resting = until(() -> lookedUp(order), o -> o.status() == OrderStatus.NEW);

        assertThat(gateway().cancel(resting)).isInstanceOf(CancelOutcome.Requested.class);

        until(() -> lookedUp(resting), o -> o.status() == OrderStatus.CANCELED);
        assertThat(gateway().cancel(resting)).isInstanceOf(CancelOutcome.Refused.class);
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
    void anAnswerThatIsLostOrBrokenIsDoubtAndTheOrderIsFoundByEvidence(String fault) {
        control.fault(fault);

        Order order = sent("50000", SendOutcome.Unknown.class);

        assertThat(control.seen(order.id().text())).isEqualTo(new Control.Seen(1, 1));
        assertThat(reports().lookup(order)).isInstanceOf(Evidence.Found.class);
        var _ = until(() -> lookedUp(order), o -> o.status() == OrderStatus.NEW);
    }

    @Test
    @Proves("X15")
    void anAnswerThatComesTooLateIsDoubt() {
        control.post("faults", "{\"fault\":\"delayAfterAccept\",\"delay_ms\":11000}");

        Order order = sent("50000", SendOutcome.Unknown.class);

        assertThat(control.seen(order.id().text())).isEqualTo(new Control.Seen(1, 1));
    }

    @ParameterizedTest
    @CsvSource({"cutBeforeAccept", "errorBeforeAccept"})
    @Proves({"X2", "X15"})
    void anOrderThatNeverArrivedIsDoubtAndThenProvenAbsent(String fault) {
        control.fault(fault);

        Order order = sent("50000", SendOutcome.Unknown.class);

        Evidence.Absent absent = (Evidence.Absent) reports().lookup(order);
        assertThat(absent.askedAt()).isBefore(order.attempt().fence());
        assertThat(control.seen(order.id().text())).isEqualTo(new Control.Seen(0, 0));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aRefusalIsOne() {
        control.fault("reject");

        var _ = sent("50000", SendOutcome.Refused.class);

        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void anOrderThatFailsLaterIsRejected() {
        control.fault("failLater");
        Order order = sent("50000", SendOutcome.Received.class);

        until(() -> lookedUp(order), o -> o.status() == OrderStatus.REJECTED);
    }

    @Test
    @Proves("X16")
    void tooManyIsNotSentAndSaysForHowLong() {
        control.post("faults", "{\"fault\":\"throttle\",\"retry_after\":\"30\"}");

        SendOutcome.Throttled throttled = (SendOutcome.Throttled) outcome(admitted("50000"));

        assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(posts()).isEqualTo(1);
        assertThat(accounts.all().getFirst().balances())
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.why()).contains("left alone until"));
    }

    @Test
    @Proves("X11")
    void bytesThatWereSignedTooLongAgoAreRefusedByPrimeItself() {
        Admission.Admitted admitted = admitted("50000");
        Preparation.Prepared stale =
                prepared(admitted.order().request(), clock.instant().minusSeconds(31));

        assertThat(gateway().send(admitted, stale)).isInstanceOf(SendOutcome.Refused.class);

        assertThat(control.seen(admitted.order().id().text())).isEqualTo(new Control.Seen(0, 0));
    }

    @Test
    @Proves("X17")
    void aSecondSendOfTheSameOrderWouldBeDoubtAndNeverARefusal() {
        Admission.Admitted admitted = admitted("50000");
        assertThat(outcome(admitted)).isInstanceOf(SendOutcome.Received.class);

        assertThat(outcome(admitted)).isNotInstanceOf(SendOutcome.Refused.class);
    }

    @Test
    void whatWasMissedIsSweptSinceATime() {
        Instant before = clock.instant().minusSeconds(1);
        Order order = sent("60000", SendOutcome.Received.class);
        until(() -> lookedUp(order), o -> o.status() == OrderStatus.FILLED);

        Fetched.Whole<List<BrokerNews>> swept =
                (Fetched.Whole<List<BrokerNews>>) reports().executionsSince(before);

        assertThat(swept.value())
                .hasSize(2)
                .allSatisfy(news ->
                        assertThat(((BrokerNews.OfOrder) news).event())
                                .isInstanceOf(OrderEvent.Executed.class));
    }

    @Test
    void balancesAndProductsAreRead() {
        AccountReports account = accounts.all().getFirst();
        assertThat(((Fetched.Whole<List<Balance>>) account.balances()).value())
                .anyMatch(balance -> balance.amount().asset().code().equals("USD"));
        assertThat(((Fetched.Whole<List<Product>>) account.products()).value())
                .anyMatch(product -> product.brokerSymbol().equals("BTC-USD"));
    }

    private OrderGateway gateway() {
        return gateways.all().getFirst();
    }

    private OrderReports reports() {
        return reports.all().getFirst();
    }

    private Order sent(String price, Class<? extends SendOutcome> expected) {
        Admission.Admitted admitted = admitted(price);
        SendOutcome outcome = outcome(admitted);
        assertThat(outcome).isInstanceOf(expected);
        return outcome instanceof SendOutcome.Received(var id)
                ? heard(admitted.order(), Requests.reported(OrderStatus.PENDING_NEW, id.text()))
                : admitted.order();
    }

    private Admission.Admitted admitted(String price) {
        NewOrder order = Requests.limit("prime-" + orders++, Side.BUY, "0.5", price);
        return (Admission.Admitted)
                books.book()
                        .admit(Requests.intent(order, "owner", Requests.wide(), clock.instant()));
    }

    private SendOutcome outcome(Admission.Admitted admitted) {
        return gateway().send(admitted, prepared(admitted.order().request(), clock.instant()));
    }

    private Preparation.Prepared prepared(NewOrder order, Instant now) {
        return (Preparation.Prepared)
                gateway().prepare(order, SymbolMaster.standard().get(order.symbol()), now);
    }

    private Order lookedUp(Order order) {
        Order now = books.query().find(order.id()).orElseThrow();
        if (reports().lookup(now) instanceof Evidence.Found(List<BrokerNews> all)) {
            for (BrokerNews news : all) {
                now = heard(now, ((BrokerNews.OfOrder) news).event());
            }
        }
        return now;
    }

    private Order heard(Order order, OrderEvent event) {
        return books.book().apply(order.id(), event, "test").order();
    }

    private long posts() {
        long posts = 0;
        for (var request : control.get("requests").path("requests")) {
            boolean isPost = request.path("method").asText().equals("POST");
            posts += isPost && request.path("path").asText().endsWith("/order") ? 1 : 0;
        }
        return posts;
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
}
