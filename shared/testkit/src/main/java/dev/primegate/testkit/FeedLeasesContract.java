package dev.primegate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.FeedLeases.Lease;
import dev.primegate.broker.FeedLeases.Standing;
import dev.primegate.broker.FeedLeases.Term;
import dev.primegate.instrument.BrokerId;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link FeedLeases} must do. Each test gets a fresh one. */
public abstract class FeedLeasesContract {
    private static final BrokerId PRIME = new BrokerId("coinbase-prime");
    private static final BrokerId OTHER = new BrokerId("falconx");
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant UNTIL = START.plusSeconds(15);
    private static final Instant RELIEF = START.plusSeconds(800);
    private static final Term TERM = new Term(UNTIL, RELIEF);

    protected final SettableClock clock = new SettableClock(START);
    private FeedLeases leases = new MemoryFeedLeases(clock);

    protected abstract FeedLeases open();

    @BeforeEach
    void openOne() {
        leases = open();
    }

    @Test
    void whoTakesAFeedHoldsItAndNobodyElse() {
        assertThat(leases.find(PRIME)).isEmpty();

        Lease lease = take("one");

        assertThat(leases.find(PRIME)).contains(new Standing(lease, TERM, START, Optional.empty()));
        assertThat(leases.take(PRIME, "two", TERM)).isEmpty();
        assertThat(leases.take(OTHER, "two", TERM)).contains(new Lease(OTHER, "two", 1));
    }

    @Test
    void whoAsksTwiceHoldsItOnce() {
        assertThat(take("one")).isEqualTo(take("one"));
    }

    @Test
    @Proves("X50")
    void ofManyWhoAskAtOnceOneGetsIt() throws Exception {
        List<Callable<Optional<Lease>>> takers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String holder = "holder-" + i;
            takers.add(() -> leases.take(PRIME, holder, TERM));
        }
        int taken = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Optional<Lease>> taker : pool.invokeAll(takers)) {
                taken += taker.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(taken).isEqualTo(1);
    }

    @Test
    @Proves("X50")
    void oneThatIsNotHeardOfInTimeIsReplacedUnderAHigherNumber() {
        Lease first = take("one");
        clock.advance(Duration.ofSeconds(15));
        Lease second = take("two");

        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(leases.renew(first, UNTIL.plusSeconds(60), START)).isFalse();
        assertThat(leases.commit(first, START.plusSeconds(60))).isFalse();
        leases.release(first);

        assertThat(leases.find(PRIME))
                .contains(new Standing(second, TERM, START, Optional.empty()));
    }

    @Test
    void oneThatIsHeardOfKeepsIt() {
        Lease lease = take("one");
        assertThat(leases.renew(lease, UNTIL.plusSeconds(15), START.plusSeconds(9))).isTrue();
        clock.advance(Duration.ofSeconds(29));

        assertThat(leases.take(PRIME, "two", TERM)).isEmpty();
        assertThat(leases.find(PRIME).orElseThrow().heardAt()).isEqualTo(START.plusSeconds(9));
    }

    @Test
    void oneThatWantsToBeRelievedIsTakenOverWhileItHolds() {
        Lease first = take("one");
        assertThat(leases.renew(first, RELIEF.plusSeconds(60), START)).isTrue();
        assertThat(leases.commit(first, START)).isTrue();
        clock.advance(Duration.ofSeconds(800));

        Lease second =
                leases.take(PRIME, "two", new Term(RELIEF.plusSeconds(60), RELIEF.plusSeconds(800)))
                        .orElseThrow();

        assertThat(leases.commit(first, START.plusSeconds(1))).isFalse();
        assertThat(leases.find(PRIME).orElseThrow().cursor()).contains(START);
        assertThat(leases.commit(second, START.plusSeconds(1))).isTrue();
    }

    @Test
    void whatIsReleasedCanBeTakenAtOnce() {
        leases.release(take("one"));

        assertThat(leases.take(PRIME, "two", TERM)).contains(new Lease(PRIME, "two", 2));
    }

    @Test
    @Proves({"K2", "X50"})
    void theCursorMovesOnAndNeverBack() {
        Lease lease = take("one");

        assertThat(leases.commit(lease, START.plusSeconds(2))).isTrue();
        assertThat(leases.commit(lease, START.plusSeconds(1))).isTrue();

        assertThat(leases.find(PRIME).orElseThrow().cursor()).contains(START.plusSeconds(2));
        assertThat(leases.find(OTHER)).isEmpty();
    }

    private Lease take(String holder) {
        return leases.take(PRIME, holder, TERM).orElseThrow();
    }
}
