package dev.primegate.testkit;

import static dev.primegate.testkit.Requests.BROKER;
import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.RateDay;
import dev.primegate.broker.RateLimit;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.MarginState.Level;
import dev.primegate.ledger.MarginState.Model;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.order.Account;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Peak;
import dev.primegate.risk.Reference;
import dev.primegate.risk.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of peaks, margins, calls and closing prices does. */
public abstract class MarksContract {
    private static final Instant T0 = BookContract.T0;
    private static final Symbol BTC = new Symbol("BTC-USD");

    protected final SettableClock clock = new SettableClock(T0);
    private Books books = new MemoryBooks(clock);

    /** An empty store that tells time by {@link #clock}. */
    protected abstract Books open();

    @BeforeEach
    void start() {
        books = open();
    }

    @Test
    @Proves("H4")
    void aPeakComesBackAsItWasWritten() {
        assertThat(books.peaks().peak(FUND, MAIN)).isEmpty();
        Peak first = Peak.begin(Optional.empty(), usd("0.0000000001"), T0);
        Peak reached = first.reached(TradingState.REDUCING, T0.plusNanos(1_000));

        assertThat(books.peaks().replace(FUND, MAIN, Optional.empty(), first)).isTrue();
        assertThat(books.peaks().peak(FUND, MAIN)).contains(first);
        assertThat(books.peaks().replace(FUND, MAIN, Optional.of(first), reached)).isTrue();
        assertThat(books.peaks().peak(FUND, MAIN)).contains(reached);
        Peak anew = Peak.begin(Optional.of(reached), usd("-5"), T0.plusSeconds(2));
        assertThat(books.peaks().replace(FUND, MAIN, Optional.of(reached), anew)).isTrue();
        assertThat(books.peaks().peak(FUND, MAIN)).contains(anew);
        assertThat(books.peaks().peak(FUND, new Account("other"))).isEmpty();
    }

    @Test
    @Proves("H4")
    void aPeakIsReplacedOnlyAsItWasSeen() {
        Peak first = Peak.begin(Optional.empty(), usd("10"), T0);
        Peak higher = first.raisedTo(usd("20"), T0.plusSeconds(1));
        Peak lower = first.raisedTo(usd("15"), T0.plusSeconds(2));
        assertThat(books.peaks().replace(FUND, MAIN, Optional.empty(), first)).isTrue();
        assertThat(books.peaks().replace(FUND, MAIN, Optional.empty(), lower)).isFalse();
        assertThat(books.peaks().replace(FUND, MAIN, Optional.of(first), higher)).isTrue();

        assertThat(books.peaks().replace(FUND, MAIN, Optional.of(first), lower)).isFalse();

        assertThat(books.peaks().peak(FUND, MAIN)).contains(higher);
    }

    @Test
    @Proves("H4")
    void ofManyWhoRaiseItAtOnceTheHighestStands() throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            Money mine = usd(Integer.toString(i));
            racers.add(() -> raise(mine));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(racers.size())) {
            for (Future<Boolean> racer : pool.invokeAll(racers)) {
                assertThat(racer.get()).isTrue();
            }
        }

        assertThat(books.peaks().peak(FUND, MAIN).orElseThrow().profit()).isEqualTo(usd("8"));
    }

    private boolean raise(Money mine) {
        for (int round = 0; round < 100; round++) {
            Optional<Peak> seen = books.peaks().peak(FUND, MAIN);
            Peak next =
                    seen.map(peak -> peak.raisedTo(mine, T0))
                            .orElseGet(() -> Peak.begin(seen, mine, T0));
            if (seen.filter(next::equals).isPresent()
                    || books.peaks().replace(FUND, MAIN, seen, next)) {
                return true;
            }
        }
        return false;
    }

    @Test
    @Proves({"F6", "I6"})
    void theLatestWordOfABrokerOnMarginStaysForEachOfItsModels() {
        MarginState called =
                state(Model.CROSS, Level.CALLED, Set.of("call-1", "call-2"), "-12.5", T0);
        MarginState clear = state(Model.CROSS, Level.CLEAR, Set.of(), "3", T0.minusSeconds(1));
        assertThat(books.margins().last(BROKER, Model.CROSS)).isEmpty();

        books.margins().record(BROKER, called);
        books.margins().record(BROKER, clear);

        assertThat(books.margins().last(BROKER, Model.CROSS)).contains(called);
        MarginState later = state(Model.CROSS, Level.CLEAR, Set.of(), "0", T0.plusSeconds(1));
        books.margins().record(BROKER, later);
        assertThat(books.margins().last(BROKER, Model.CROSS)).contains(later);
        assertThat(books.margins().last(BROKER, Model.REG_T)).isEmpty();
        assertThat(books.margins().last(new BrokerId("another"), Model.CROSS)).isEmpty();
        MarginState bare = MarginState.unknown(Model.REG_T);
        books.margins().record(BROKER, bare);
        assertThat(books.margins().last(BROKER, Model.REG_T)).contains(bare);
    }

    @Test
    @Proves("F6")
    void eachDayKeepsTheLastWordThatWasSaidOnIt() {
        MarginState evening = state(Model.CROSS, Level.CLEAR, Set.of(), "3", T0);
        MarginState morning = state(Model.CROSS, Level.CLEAR, Set.of(), "4", T0.minusSeconds(60));
        Instant tomorrow = T0.plus(Duration.ofDays(1));
        MarginState later = state(Model.CROSS, Level.CALLED, Set.of("c"), "-1", tomorrow);
        LocalDate day = LocalDate.ofInstant(T0, ZoneOffset.UTC);

        for (MarginState state : List.of(evening, later, morning)) {
            books.margins().record(BROKER, state);
        }

        assertThat(books.margins().last(BROKER, Model.CROSS, day)).contains(evening);
        assertThat(books.margins().last(BROKER, Model.CROSS, day.plusDays(1))).contains(later);
        assertThat(books.margins().last(BROKER, Model.CROSS, day.minusDays(1))).isEmpty();
        assertThat(books.margins().last(BROKER, Model.CROSS)).contains(later);
    }

    @Test
    void aDayOfCallsIsReplacedOnlyAsItWasSeen() {
        RateLimit limit = new RateLimit("standard", 25, 50);
        LocalDate day = LocalDate.ofInstant(T0, ZoneOffset.UTC);
        RateDay none = RateDay.begin(BROKER, day, limit);
        RateDay one = none.with(T0, Collections.nCopies(60, 2), limit);
        RateDay two = one.with(T0.plusSeconds(60), Collections.nCopies(60, 3), limit);
        assertThat(books.rateDays().find(BROKER, day)).isEmpty();

        assertThat(books.rateDays().replace(Optional.empty(), one)).isTrue();
        assertThat(books.rateDays().replace(Optional.empty(), two)).isFalse();
        assertThat(books.rateDays().replace(Optional.of(none), two)).isFalse();
        assertThat(books.rateDays().find(BROKER, day)).contains(one);
        assertThat(books.rateDays().replace(Optional.of(one), two)).isTrue();

        assertThat(books.rateDays().find(BROKER, day)).contains(two);
        assertThat(books.rateDays().find(BROKER, day.plusDays(1))).isEmpty();
    }

    @Test
    void theFirstClosingPriceOfADayStays() {
        LocalDate day = LocalDate.ofInstant(T0, ZoneOffset.UTC);
        Reference first = new Reference(Price.of("0.0000000001"), T0, BROKER);
        Reference second = new Reference(Price.of("2"), T0.plusSeconds(1), BROKER);
        assertThat(books.closes().of(day)).isEmpty();

        books.closes().keep(day, Map.of(BTC, first));
        books.closes().keep(day, Map.of(BTC, second, new Symbol("ETH-USD"), second));

        assertThat(books.closes().of(day))
                .isEqualTo(Map.of(BTC, first, new Symbol("ETH-USD"), second));
        assertThat(books.closes().of(day.minusDays(1))).isEmpty();
    }

    private static MarginState state(
            Model model, Level level, Set<String> calls, String excess, Instant at) {
        return new MarginState(
                model,
                level,
                calls,
                Optional.of(usd("100")),
                Optional.of(usd(excess)),
                at,
                "overview");
    }

    private static Money usd(String amount) {
        return new Money(Decimal10.of(amount), new Asset("USD"));
    }
}
