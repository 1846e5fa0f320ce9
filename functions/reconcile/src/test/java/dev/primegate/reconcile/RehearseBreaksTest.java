package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Rule;
import dev.primegate.alert.Severity;
import dev.primegate.breaks.BreakLog;
import dev.primegate.comparison.Rehearsal;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import dev.primegate.watch.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The nightly rehearsal: planted in copies, found, and not written down. */
class RehearseBreaksTest {
    private final Desk desk = new Desk();

    @Test
    @Proves("G13")
    void itRehearsesOnTheLastTradesAndWritesNoBreak() {
        keepAccount();
        var _ = desk.heard("held", Requests.executed(Requests.buy("held", "1"), "fill-1", "1"));
        desk.clock.advance(Duration.ofDays(1));

        assertThat(desk.run(Job.Kind.REHEARSAL)).isEqualTo(new Tally(1, 0, 0, 0, 0));

        assertThat(desk.rules()).isEmpty();
        assertThat(desk.breaks.list(Requests.FUND, Requests.MAIN, new BreakLog.Query(false, 10)))
                .isEmpty();
    }

    @Test
    void aBrokerWithoutTradesHasNothingToRehearseOn() {
        keepAccount();

        assertThat(desk.run(Job.Kind.REHEARSAL)).isEqualTo(new Tally(1, 0, 1, 0, 0));
    }

    @Test
    @Proves("G13")
    void whatFailedIsOverWhenItIsFoundAgain() {
        keepAccount();
        var _ = desk.heard("held", Requests.executed(Requests.buy("held", "1"), "fill-1", "1"));
        desk.clock.advance(Duration.ofDays(1));
        var _ =
                desk.watched.begin(
                        Trouble.of(
                                Rule.REHEARSAL_FAILED,
                                PaperRecords.PAPER.name(),
                                "1 was not found",
                                Map.of()),
                        desk.clock.instant());

        var _ = desk.run(Job.Kind.REHEARSAL);

        assertThat(desk.books.alerts().stream().map(Alert::action))
                .containsExactlyInAnyOrder(Alert.Action.TRIGGER, Alert.Action.RESOLVE);
    }

    @Test
    @Proves({"G13", "G15"})
    void aBreakThatIsNotFoundPagesWithWhatWasPlantedAndWhatWasFound() {
        keepAccount();
        var _ = desk.heard("held", Requests.executed(Requests.buy("held", "1"), "fill-1", "1"));
        desk.clock.advance(Duration.ofDays(1));
        SymbolMaster symbols = SymbolMaster.standard();
        BookTerms terms = new BookTerms(BooksConfigs.of(), symbols);
        RehearseBreaks blind =
                new RehearseBreaks(
                        desk.books.accounts(),
                        new OurBooks(desk.books.ledger(), symbols, terms),
                        terms,
                        (_, _, _) -> List.of(new Rehearsal.Failure("cash-fee", "nothing")),
                        desk.watched,
                        desk.clock);

        assertThat(blind.rehearse(Instant.MAX).failed()).isEqualTo(1);

        Alert page = desk.books.alerts().getFirst();
        assertThat(page.rule()).isEqualTo(Rule.REHEARSAL_FAILED.id());
        assertThat(page.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(page.details()).containsEntry("cash-fee", "found nothing");
    }

    private void keepAccount() {
        desk.keepsMain();
    }
}
