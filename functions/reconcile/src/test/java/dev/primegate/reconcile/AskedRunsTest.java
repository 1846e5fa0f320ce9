package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.watch.AskedJob;
import dev.primegate.watch.JobAsk;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskedRunsTest {
    private final Desk desk = new Desk();

    @ParameterizedTest
    @EnumSource(AskedJob.class)
    void whatSomebodyWantsIsRunWithTheNextWatchAndOnce(AskedJob job) {
        desk.asks.ask(new JobAsk(job, "ann", Desk.START));
        desk.clock.advance(Duration.ofSeconds(30));

        var _ = desk.run(Job.Kind.WATCH);

        assertThat(desk.ended(job.id())).hasValue(Desk.START.plusSeconds(30));
        assertThat(desk.asks.open()).isEmpty();
        desk.clock.advance(Duration.ofMinutes(1));
        var _ = desk.run(Job.Kind.WATCH);
        assertThat(desk.ended(job.id())).hasValue(Desk.START.plusSeconds(30));
    }

    @Test
    void whatComesToItsDeadlineIsWantedStill() {
        JobAsk ask = new JobAsk(AskedJob.TRADES, "ann", Desk.START);
        desk.asks.ask(ask);

        var _ = desk.runUntil(Desk.START, Job.Kind.WATCH);

        assertThat(desk.asks.open()).containsExactly(ask);
        var _ = desk.run(Job.Kind.WATCH);
        assertThat(desk.asks.open()).isEmpty();
    }

    @Test
    void whatAnotherRunHasTakenOnIsLeftToIt() {
        JobAsk ask = new JobAsk(AskedJob.TRADES, "ann", Desk.START);
        desk.asks.ask(ask);
        Instant until = Desk.START.plusSeconds(60);
        assertThat(desk.asks.take(ask, Desk.START, until)).isTrue();

        var _ = desk.run(Job.Kind.WATCH);
        assertThat(desk.asks.open()).containsExactly(ask);

        desk.clock.advance(Duration.ofMinutes(1));
        var _ = desk.run(Job.Kind.WATCH);
        assertThat(desk.asks.open()).isEmpty();
    }

    @Test
    void whatNobodyRanForAnHourIsLetGo() {
        desk.asks.ask(new JobAsk(AskedJob.DRIFT, "ann", Desk.START));
        desk.clock.advance(Duration.ofHours(1));

        var _ = desk.run(Job.Kind.WATCH);

        assertThat(desk.asks.open()).isEmpty();
        assertThat(desk.ended("drift")).hasValue(desk.clock.instant());
    }
}
