package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.FeedLeases.Term;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Purpose;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.TradingHours;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryBrokerHealth;
import dev.primegate.testkit.MemoryFeedLeases;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How brokers stand, from what was written down. */
class SurveyBrokersTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final MemoryBrokerHealth health = new MemoryBrokerHealth(clock);
    private final MemoryRateBudget budget = new MemoryRateBudget(clock);
    private final MemoryFeedLeases leases = new MemoryFeedLeases(clock);
    private final PaperBroker broker = new PaperBroker();
    private final Set<BrokerId> real = new TreeSet<>();
    private final SurveyBrokers survey =
            new SurveyBrokers(
                    new Brokers<OrderGateway>(List.of(broker)),
                    health,
                    books.halts(),
                    real::contains,
                    new RateUse(budget, clock),
                    new FeedStates(
                            new Brokers<NewsFeed>(List.of(new Feed(broker.broker()))),
                            leases,
                            clock));

    @Test
    void aBrokerWithWhomMoneyIsRealIsNamed() {
        assertThat(survey.live()).isEmpty();
        assertThat(only().live()).isFalse();

        real.add(broker.broker());

        assertThat(survey.live()).containsExactly(broker.broker());
        assertThat(only().live()).isTrue();
    }

    @Test
    void theStricterOfTwoHaltsIsShown() {
        assertThat(only().trading()).isEqualTo(TradingState.ACTIVE);

        books.halts().halt(Halt.reducing(HaltScope.of(broker.broker()), "jane", "slow"));
        assertThat(only().trading()).isEqualTo(TradingState.REDUCING);

        books.halts().halt(Halt.of(HaltScope.ALL, "jane", "drill"));
        assertThat(only().trading()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void aHaltOfAnotherBrokerIsNotItsOwn() {
        books.halts().halt(Halt.of(HaltScope.of(new BrokerId("other")), "jane", "drill"));

        assertThat(only().trading()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void aBrokerThatIsDownSaysWhenItIsTried() {
        Instant probe = START.plusSeconds(30);
        var standing =
                Objects.requireNonNull(
                        health.standings(List.of(broker.broker())).get(broker.broker()));
        assertThat(health.trip(broker.broker(), standing, probe)).isTrue();

        assertThat(only().health()).isEqualTo("DOWN");
        assertThat(only().probeFrom()).isEqualTo(probe);
    }

    @Test
    void callsStandInTheStepInWhichTheyWereMade() {
        for (int call = 0; call < 3; call++) {
            var _ = budget.take(broker.broker(), broker.rate(), Purpose.ORDER);
        }
        assertThat(only().rate().used()).as("a step counts when it is over").containsOnly(0);

        clock.advance(Duration.ofSeconds(10));
        assertThat(only().rate().used().getLast()).isEqualTo(3);
        assertThat(only().rate().from()).isEqualTo(START.minusSeconds(290));

        clock.advance(Duration.ofSeconds(9));
        assertThat(only().rate().used().getLast()).as("within a step it stays").isEqualTo(3);
    }

    @Test
    void theFeedIsAsOldAsItsLatestData() {
        assertThat(feed().heardAt()).isNull();
        assertThat(feed().isRead()).isFalse();

        Instant until = START.plusSeconds(60);
        var lease = leases.take(broker.broker(), "me", new Term(until, until)).orElseThrow();
        assertThat(leases.renew(lease, until, START.minusSeconds(5))).isTrue();
        assertThat(feed().heardAt()).isEqualTo(START.minusSeconds(5));
        assertThat(feed().isRead()).isTrue();

        clock.advance(Duration.ofSeconds(60));
        assertThat(feed().isRead()).isFalse();
    }

    private BrokerStates.View only() {
        assertThat(survey.survey().brokers()).hasSize(1);
        return survey.survey().brokers().getFirst();
    }

    private BrokerStates.Feed feed() {
        return Objects.requireNonNull(only().feed());
    }

    private record Feed(BrokerId broker) implements NewsFeed {
        @Override
        public TradingHours hours() {
            return new TradingHours.Always();
        }

        @Override
        public Connection open(Listener listener) {
            throw new IllegalStateException("nobody opens it here");
        }
    }
}
