package dev.primegate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.BreakState;
import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Gravity;
import dev.primegate.broker.RateDay;
import dev.primegate.broker.RateLimit;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Margin, calls and breaks, summed up. */
class SummariesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Instant AT = Instant.parse("2026-11-21T06:00:00Z");

    @Test
    void usageIsTheRequirementAsAShareOfTheEquityRoundedUp() {
        MarginUsage.Use use = use(Optional.of("100"), Optional.of("200"));

        assertThat(use.equity()).contains(usd("300"));
        assertThat(use.percent()).contains(Decimal10.of("33.3333333334"));
    }

    @Test
    void aDeficitUsesMoreThanAllAndNothingHasNoShare() {
        assertThat(use(Optional.of("100"), Optional.of("-20")).percent())
                .contains(Decimal10.of("125"));
        assertThat(use(Optional.of("100"), Optional.of("-100")).percent()).isEmpty();
        assertThat(use(Optional.empty(), Optional.of("5")).equity()).isEmpty();
        assertThat(
                        new MarginUsage(DAY, List.of(use(Optional.empty(), Optional.of("5"))))
                                .table()
                                .rows())
                .containsExactly(
                        List.of(
                                "paper",
                                "PORTFOLIO",
                                "CLEAR",
                                "USD",
                                "",
                                "",
                                "5",
                                "",
                                "0",
                                "2026-11-21T06:00:00Z",
                                "GET /margin"));
    }

    @Test
    void callsOfADayAreSummedOverTheMinutesThatWereCounted() {
        RateLimit limit = new RateLimit("standard", 25, 50);
        Instant begin = Instant.parse("2026-11-20T00:00:00Z");
        RateDay rate =
                RateDay.begin(new BrokerId("paper"), DAY, limit)
                        .with(begin, Collections.nCopies(60, 1), limit)
                        // Again, and of another day: neither counts.
                        .with(begin, Collections.nCopies(60, 9), limit)
                        .with(AT, Collections.nCopies(60, 9), limit)
                        .with(begin.plusSeconds(120), Collections.nCopies(60, 3), limit);

        assertThat(new RateUsage(DAY, List.of(rate)).table().rows())
                .containsExactly(
                        List.of(
                                "paper",
                                "standard",
                                "25",
                                "240",
                                "2",
                                "3",
                                "180",
                                "12",
                                "2",
                                "2026-11-20T00:03:00Z"));
        assertThat(RateUsage.meanPerSecond(RateDay.begin(new BrokerId("paper"), DAY, limit)))
                .isEqualTo(Decimal10.ZERO);
    }

    @Test
    void breaksAreCountedByCauseAndOnlyWhatIsNotClosedIsAtStake() {
        BreakSummary summary =
                BreakSummary.of(
                        DAY,
                        List.of(
                                found("e1", DAY, BreakState.OPEN, "10", Gravity.LOW),
                                found("e2", DAY, BreakState.INVESTIGATING, "5", Gravity.MEDIUM),
                                found("e3", DAY, BreakState.EXPLAINED, "2", Gravity.LOW),
                                found("e4", DAY, BreakState.CLOSED, "900", Gravity.HIGH),
                                found("e5", DAY.minusDays(1), BreakState.OPEN, "7", Gravity.LOW)));

        assertThat(summary.table().rows())
                .containsExactly(
                        List.of(
                                "main",
                                "paper",
                                "TRADES",
                                "missing-here",
                                "2",
                                "1",
                                "1",
                                "17",
                                "USD",
                                "MEDIUM",
                                "2026-11-21T06:00:00Z"));
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() ->
                        new Table(
                                "t",
                                List.of(new Table.Column("a", false)),
                                List.of(List.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MarginUsage.Use use(Optional<String> requirement, Optional<String> excess) {
        return new MarginUsage.Use(
                new BrokerId("paper"),
                new MarginState(
                        MarginState.Model.PORTFOLIO,
                        MarginState.Level.CLEAR,
                        Set.of(),
                        requirement.map(SummariesTest::usd),
                        excess.map(SummariesTest::usd),
                        AT,
                        "GET /margin"));
    }

    private static Break found(
            String key, LocalDate day, BreakState state, String atStake, Gravity gravity) {
        BreakScope scope =
                new BreakScope(
                        new Tenant("fund"),
                        new Account("main"),
                        new BrokerId("paper"),
                        BreakScope.Subject.TRADES,
                        day);
        Finding finding =
                new Finding(
                        key,
                        new Cause.MissingHere(),
                        Evidence.of(List.of(), List.of(), List.of()),
                        usd(atStake),
                        gravity);
        return new Break(
                BreakId.of(scope, finding),
                scope,
                finding,
                state,
                1,
                AT,
                AT,
                AT,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private static Money usd(String amount) {
        return new Money(Decimal10.of(amount), new Asset("USD"));
    }
}
