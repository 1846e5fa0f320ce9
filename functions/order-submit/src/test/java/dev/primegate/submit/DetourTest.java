package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Product;
import dev.primegate.broker.SendOutcome;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Balance;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Reference;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryBrokerHealth;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that could not leave for its first broker, and one of which nobody knows. */
class DetourTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final SendOutcome UNREACHED = new SendOutcome.NotSent("connection refused");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final PaperBroker first = new PaperBroker("first");
    private final PaperBroker second = new PaperBroker("second");
    private final Vault vault = new Vault(clock);
    private final AtomicLong owners = new AtomicLong();
    private final SubmitOrder submit = submit();

    @BeforeEach
    void price() {
        books.references()
                .publish(
                        Requests.BTC,
                        new Reference(Price.of("100"), START, new BrokerId("elsewhere")));
        vault.hold("USD", "100000");
        vault.hold("BTC", "5");
    }

    @Test
    @Proves("L10")
    void anOrderThatProvablyNeverLeftGoesToTheOtherBrokerAsANewAttempt() {
        first.next(UNREACHED);

        Submission.Received answer = (Submission.Received) submit(Requests.buy("a", "1"));

        assertThat(answer.order().route().broker()).isEqualTo(second.broker());
        assertThat(answer.order().attempt().number()).isEqualTo(2);
        assertThat(first.sentOf(id("a"))).isEqualTo(1);
        assertThat(second.sentOf(id("a"))).isEqualTo(1);
        HistoryEntry rerouted = books.query().history(answer.order().id()).get(1);
        assertThat(rerouted.event()).isEqualTo("REROUTED");
        assertThat(rerouted.facts())
                .containsEntry("from", "first")
                .containsEntry("broker", "second")
                .containsEntry("unsentBecause", "connection refused");
    }

    @Test
    @Proves({"L10", "E2"})
    void anOrderInDoubtIsNeverSentElsewhere() {
        for (SendOutcome outcome :
                List.of(
                        new SendOutcome.Unknown("reset"),
                        new SendOutcome.Refused("no"),
                        new SendOutcome.Throttled(Optional.empty()))) {
            String name = outcome.getClass().getSimpleName();
            first.next(outcome);

            var _ = submit(Requests.buy(name, "1"));

            assertThat(second.sentOf(id(name))).as(name).isZero();
            assertThat(books.query().history(Requests.buy(name, "1").id()))
                    .extracting(HistoryEntry::event)
                    .doesNotContain("REROUTED");
        }
    }

    @Test
    @Proves("L10")
    void whereNeitherCanBeReachedItWasNotSentAndItsHeadroomIsBack() {
        first.next(UNREACHED);
        second.next(UNREACHED);

        Submission.NotSent answer = (Submission.NotSent) submit(Requests.buy("a", "10"));

        assertThat(answer.order().status()).isEqualTo(OrderStatus.NOT_SENT);
        assertThat(answer.why()).isEqualTo("connection refused; there is no other broker for it");
        assertThat(submit(Requests.buy("b", "10"))).isInstanceOf(Submission.Received.class);
    }

    @Test
    @Proves("L10")
    void itMustBeCoveredThereAsThatBrokerCounts() {
        vault.hold("BTC", "0.5");
        assertThat(turnedAway(Requests.sell("s", "1")))
                .endsWith("second has 0.5 BTC free and it takes 1");
        vault.hold("USD", "99.9999999999");
        assertThat(turnedAway(Requests.buy("b", "1")))
                .endsWith("second has 99.9999999999 USD free and it takes 100");
        vault.fail("time-out");
        assertThat(turnedAway(Requests.buy("c", "1")))
                .endsWith("the balances at second are not known: time-out");
        assertThat(second.sent()).isEmpty();
    }

    @Test
    @Proves({"L10", "X32"})
    void aHaltOfTheOtherBrokerKeepsItFromThere() {
        books.halts().halt(Halt.of(HaltScope.of(second.broker()), "jane", "test"));

        assertThat(turnedAway(Requests.buy("a", "1"))).endsWith("trading is halted: broker:second");
    }

    @Test
    @Proves({"L10", "X72"})
    void whatCouldNotBeBroughtToItsEndIsNotBegun() {
        vault.slow(Duration.ofSeconds(22));

        assertThat(turnedAway(Requests.buy("a", "1")))
                .endsWith("too little time is left for another broker");
    }

    @Test
    @Proves("X72")
    void anOrderThatCouldNotBeBroughtToItsEndIsNotEvenWrittenDown() {
        assertThat(submit.submit(Requests.buy("a", "1"), START.plusMillis(7_999)))
                .isInstanceOf(Submission.OutOfTime.class);

        assertThat(books.query().find(Requests.buy("a", "1").id())).isEmpty();
        assertThat(first.sent()).isEmpty();
        assertThat(submit.submit(Requests.buy("a", "1"), START.plusSeconds(8)))
                .isInstanceOf(Submission.Received.class);
    }

    @Test
    @Proves("L10")
    void anOrderSomebodyWantsCancelledMeanwhileGoesNowhere() {
        NewOrder order = Requests.buy("a", "1");
        vault.whenAsked(() ->
                books.book()
                        .apply(order.id(), new OrderEvent.CancelRequested(START, "jane"), "jane"));

        assertThat(turnedAway(order)).endsWith("it has changed meanwhile: PENDING_NEW");
    }

    private String turnedAway(NewOrder order) {
        first.next(UNREACHED);
        Submission.NotSent answer = (Submission.NotSent) submit(order);
        assertThat(answer.order().status()).isEqualTo(OrderStatus.NOT_SENT);
        assertThat(second.sentOf(order.id().text())).isZero();
        return answer.why();
    }

    private Submission submit(NewOrder order) {
        return submit.submit(order, clock.instant().plusSeconds(29));
    }

    private SubmitOrder submit() {
        SymbolMaster symbols = SymbolMaster.standard();
        RiskConfig risk =
                RiskConfigs.of(
                        "max-order-qty=1000",
                        "open-notional=1000",
                        "max-long=1000",
                        "max-short=10",
                        "duplicate-window=0s",
                        "ramp.enabled=false");
        RiskDesk desk =
                new RiskDesk(
                        risk,
                        new RiskRules(risk, symbols),
                        new RampCheck(risk, books.ramp()),
                        new RecentReferences(risk, books.references()),
                        symbols);
        DraftOrder drafts =
                new DraftOrder(
                        new Brokers<OrderGateway>(List.of(first, second)),
                        new Routing(
                                firstThen("first", "second"),
                                new KnownHealth(new MemoryBrokerHealth(clock), clock)),
                        new OrderChecks(
                                desk,
                                new QuoteDesk(books.quotes(), books.references()),
                                (_, _) -> Optional.empty()),
                        symbols,
                        new Attempts(
                                () -> "owner-" + owners.incrementAndGet(),
                                new ReleaseOf(7, 0),
                                new SubmitSettings(false)));
        Cover cover = new Cover(new Brokers<AccountReports>(List.of(vault)), symbols, risk);
        SendOrder sender =
                new SendOrder(
                        books.book(),
                        (_, _) -> Optional::empty,
                        new RuledDetour(drafts, cover, books.book(), clock),
                        clock);
        return new SubmitOrder(drafts, books.book(), books.query(), sender, clock);
    }

    /** Practically everything to the first. */
    private static RoutingConfig firstThen(String first, String second) {
        String rule = "primegate.routing.rules[0].";
        return new SmallRyeConfigBuilder()
                .withMapping(RoutingConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue(rule + "name", "test")
                .withDefaultValue(rule + "to[0].broker", first)
                .withDefaultValue(rule + "to[0].weight", "1000000")
                .withDefaultValue(rule + "to[1].broker", second)
                .build()
                .getConfigMapping(RoutingConfig.class);
    }

    private static String id(String clOrdId) {
        return Requests.buy(clOrdId, "1").id().text();
    }

    /** What the second broker says it holds for us. */
    private static final class Vault implements AccountReports {
        private final Map<String, Balance> held = new TreeMap<>();
        private final SettableClock clock;
        private Fetched<List<Balance>> failure = new Fetched.Failed<>("");
        private Duration takes = Duration.ZERO;
        private Runnable asked = () -> {};

        Vault(SettableClock clock) {
            this.clock = clock;
        }

        void hold(String asset, String free) {
            Asset of = new Asset(asset);
            held.put(
                    asset,
                    new Balance(
                            new Money(Decimal10.of(free).plus(Decimal10.ONE), of),
                            new Money(Decimal10.ONE, of)));
        }

        void fail(String why) {
            failure = new Fetched.Failed<>(why);
            held.clear();
        }

        void slow(Duration length) {
            takes = length;
        }

        void whenAsked(Runnable meanwhile) {
            asked = meanwhile;
        }

        @Override
        public BrokerId broker() {
            return new BrokerId("second");
        }

        @Override
        public Fetched<List<Balance>> balances() {
            clock.advance(takes);
            asked.run();
            return held.isEmpty()
                    ? failure
                    : new Fetched.Whole<>(new ArrayList<>(held.values()), clock.instant());
        }

        @Override
        public Fetched<List<Product>> products() {
            return new Fetched.Failed<>("not asked for");
        }
    }
}
