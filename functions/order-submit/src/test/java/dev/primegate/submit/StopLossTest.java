package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.AlertLog;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.SendOutcome;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.proof.Proves;
import dev.primegate.risk.References;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Stop-losses in ETH-USD, each test in an account of its own. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class StopLossTest {
    private static final Symbol ETH = new Symbol("ETH-USD");

    @Inject PaperBroker broker;
    @Inject StopLossDesk desk;
    @Inject SubmitOrder submit;
    @Inject OrderBook book;
    @Inject OrderQuery query;
    @Inject References references;
    @Inject Clock clock;
    private final List<Alert> told = new CopyOnWriteArrayList<>();
    private final AlertLog alerts = told::add;

    @Test
    @Proves("H5")
    void aCrossingSendsOneOrderThatReducesHoweverOftenItIsSeen() throws Exception {
        hold("stops-once", "0.75");
        StopLossConfig trigger = below("stops-once");
        price("3000.01");
        stops(trigger, clock).run(soon());
        assertThat(orders("stops-once")).hasSize(1);
        price("3000");

        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Callable<Boolean>> runs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                runs.add(() -> {
                    stops(trigger, clock).run(soon());
                    return true;
                });
            }
            for (Future<Boolean> run : pool.invokeAll(runs)) {
                assertThat(run.get()).isTrue();
            }
        }
        stops(trigger, clock).run(soon());

        assertThat(orders("stops-once"))
                .filteredOn(o -> o.request().side() == Side.SELL)
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.request().terms())
                            .isEqualTo(new OrderTerms.Market(100, Optional.empty()));
                    assertThat(order.orderQty()).contains(Quantity.of("0.75"));
                    assertThat(broker.sentOf(order.id().text())).isEqualTo(1);
                    assertThat(query.history(order.id()).getFirst().facts())
                            .containsEntry("reduceOnly", "true");
                });
        assertThat(told).filteredOn(a -> !a.summary().contains("busy")).isEmpty();
    }

    @Test
    @Proves("H5")
    void anOrderThatIsNotFilledInTimeWakesSomebody() {
        hold("stops-late", "0.5");
        price("2999");
        stops(below("stops-late"), clock).run(soon());
        assertThat(told).isEmpty();

        Clock later = Clock.offset(clock, Duration.ofSeconds(61));
        stops(below("stops-late"), later).run(later.instant().plusSeconds(20));

        assertThat(told).extracting(Alert::rule).containsExactly("stop-loss-not-filled");
    }

    @Test
    @Proves("H5")
    void oneThatWouldDoMoreThanReduceIsNotSentAndWakesSomebody() {
        hold("stops-open", "0.5");
        price("2999");
        var _ = submit.submit(limit("stops-open", "open-sell", Side.SELL, "0.1"), soon());

        stops(below("stops-open"), clock).run(soon());

        assertThat(told).extracting(Alert::rule).containsExactly("stop-loss-not-placed");
        assertThat(told.getFirst().summary()).contains("trading-reducing");
        assertThat(orders("stops-open")).hasSize(2);
    }

    @Test
    void aRefusalOfTheBrokerWakesSomebody() {
        hold("stops-refused", "0.5");
        price("2999");
        broker.next(new SendOutcome.Refused("closed"));

        stops(below("stops-refused"), clock).run(soon());

        assertThat(told).extracting(Alert::rule).containsExactly("stop-loss-not-placed");
    }

    @Test
    void withoutAPositionThereIsNothingToDoAndWithoutAPriceSomebodyIsTold() {
        StopLoss later = stops(below("stops-none"), Clock.offset(clock, Duration.ofMinutes(5)));
        later.run(Instant.MAX);
        assertThat(told).isEmpty();

        hold("stops-blind", "0.5");
        stops(below("stops-blind"), Clock.offset(clock, Duration.ofMinutes(5))).run(Instant.MAX);
        assertThat(told).extracting(Alert::rule).containsExactly("stop-loss-blind");
        assertThat(orders("stops-blind")).hasSize(1);
    }

    private StopLoss stops(StopLossConfig config, Clock time) {
        return new StopLoss(config, desk, submit, query, alerts, time);
    }

    private Instant soon() {
        return clock.instant().plusSeconds(20);
    }

    private void price(String price) {
        references.publish(ETH, Requests.price(price, clock.instant()));
    }

    private void hold(String account, String quantity) {
        NewOrder order = limit(account, "held", Side.BUY, quantity);
        assertThat(submit.submit(order, soon())).isInstanceOf(Submission.Received.class);
        book.apply(
                order.id(),
                new OrderEvent.Executed(
                        new Execution(
                                new ExecId("held-" + account),
                                ETH,
                                Side.BUY,
                                Quantity.of(quantity),
                                Price.of("3100"),
                                Optional.empty(),
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Optional.empty(),
                                "00")),
                "test");
        assertThat(query.find(order.id()).orElseThrow().status()).isEqualTo(OrderStatus.FILLED);
    }

    private List<Order> orders(String account) {
        return query.list(new Tenant("fund"), new Account(account), Optional.empty(), 10);
    }

    private static NewOrder limit(String account, String clOrdId, Side side, String quantity) {
        String body =
                Body.limit(clOrdId)
                        .with("account", account)
                        .with("symbol", "ETH-USD")
                        .with("side", side.name())
                        .with("orderQty", quantity)
                        .with("price", "3100")
                        .build();
        return OrderDocument.read(
                body.getBytes(StandardCharsets.UTF_8),
                new Tenant("fund"),
                Optional.empty(),
                SymbolMaster.standard(),
                Instant.EPOCH);
    }

    private static StopLossConfig below(String account) {
        return new One(account);
    }

    private record One(String account) implements StopLossConfig, StopLossConfig.Trigger {
        @Override
        public List<Trigger> triggers() {
            return List.of(this);
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(60);
        }

        @Override
        public String id() {
            return account;
        }

        @Override
        public String tenant() {
            return "fund";
        }

        @Override
        public String symbol() {
            return "ETH-USD";
        }

        @Override
        public BigDecimal price() {
            return new BigDecimal("3000");
        }

        @Override
        public Direction direction() {
            return Direction.BELOW;
        }

        @Override
        public int maxSlippageBps() {
            return 100;
        }
    }
}
