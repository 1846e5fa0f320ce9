package dev.primegate.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Finding;
import dev.primegate.comparison.Transfer.Receipt;
import dev.primegate.comparison.TransferComparison.Outcome;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import dev.primegate.statement.Named;
import dev.primegate.statement.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is planted in positions, cash and transfers is found; a comparison that misses it is not.
 */
class BookRehearsalTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Decimal10 HIGH = Decimal10.of("100000");
    private static final HoldingComparison HOLDINGS =
            new HoldingComparison(HIGH, (_, amount) -> new Money(amount, new Asset("USD")));
    private static final CashComparison CASH = new CashComparison(HIGH);

    @Test
    @Proves({"G13", "G15"})
    void everythingThatIsPlantedIsFound() {
        assertThat(HoldingRehearsal.on(held(), HOLDINGS)).isEmpty();
        assertThat(HoldingRehearsal.on(List.of(), HOLDINGS)).isEmpty();
        assertThat(CashRehearsal.on(DAY, flows(Optional.of(DAY.plusDays(1))), CASH)).isEmpty();
        assertThat(CashRehearsal.on(DAY, flows(Optional.empty()), CASH)).isEmpty();
        assertThat(CashRehearsal.on(DAY, List.of(), CASH)).isEmpty();
        assertThat(TransferRehearsal.on(HIGH)).isEmpty();
    }

    @Test
    @Proves({"G13", "G15"})
    void aComparisonThatSeesNothingIsCaughtInEachBook() {
        assertThat(failed(HoldingRehearsal.on(held(), (_, _) -> List.of())))
                .containsExactly(
                        "positions-quantity found nothing",
                        "positions-settled found nothing",
                        "positions-lacking-there found nothing",
                        "positions-lacking-here found nothing",
                        "positions-alias found nothing",
                        "positions-twice-there found nothing",
                        "positions-twice-here found nothing");
        assertThat(failed(CashRehearsal.on(DAY, List.of(), (_, _) -> List.of())))
                .containsExactly(
                        "cash-quantity found nothing",
                        "cash-settled found nothing",
                        "cash-lacking-there found nothing",
                        "cash-rounding found nothing",
                        "cash-fee found nothing",
                        "cash-paid-in found nothing",
                        "cash-twice-there found nothing");
        assertThat(failed(TransferRehearsal.on((_, _) -> new Outcome.Compared(List.of()))))
                .containsExactly(
                        "chain-hash-not-found found nothing",
                        "chain-hash-not-final found nothing",
                        "chain-hash-not-final found nothing",
                        "chain-quantity found nothing",
                        "chain-unknown found nothing",
                        "chain-unknown found nothing",
                        "chain-unknown found nothing",
                        "chain-unknown found nothing",
                        "chain-unanswered found nothing");
    }

    @Test
    @Proves("G13")
    void aComparisonThatFindsWhatIsNotThereIsCaught() {
        Holding one = held().getFirst();
        List<Finding> wrong = HOLDINGS.compare(List.of(one), List.of(), List.of());

        assertThat(failed(HoldingRehearsal.on(held(), (_, _) -> wrong)))
                .contains(
                        "positions-nothing found quantity of BTC-USD traded,"
                                + " quantity of BTC-USD settled")
                .hasSize(8);
        assertThat(failed(CashRehearsal.on(DAY, List.of(), (_, _) -> wrong))).hasSize(8);
    }

    /** Each of these is a fault that somebody might make. */
    @Test
    @Proves({"G13", "G15"})
    void aComparisonWithOneFaultIsCaughtByTheBreakItMisses() {
        HoldingRehearsal.Comparison tradedAlone =
                (ours, brokers) -> HOLDINGS.compare(unsettled(ours), unsettled(brokers), List.of());
        assertThat(failed(HoldingRehearsal.on(held(), tradedAlone)))
                .containsExactly("positions-settled found nothing");

        CashRehearsal.Comparison withoutJournal =
                (day, flows) ->
                        CASH.compare(
                                new CashDay(
                                        day.from(),
                                        day.until(),
                                        day.before(),
                                        day.after(),
                                        List.of()),
                                flows);
        assertThat(failed(CashRehearsal.on(DAY, List.of(), withoutJournal)))
                .containsExactly(
                        "cash-fee found quantity of XTS traded",
                        "cash-paid-in found quantity of XTS traded");

        TransferRehearsal.Comparison trusting =
                (chain, sent) ->
                        switch (new TransferComparison(HIGH, chain).compare(sent)) {
                            case Outcome.Unknown _ -> new Outcome.Compared(List.of());
                            case Outcome.Compared compared -> compared;
                        };
        assertThat(failed(TransferRehearsal.on(trusting)))
                .containsExactly("chain-unanswered found nothing");

        TransferRehearsal.Comparison impatient =
                (chain, sent) -> new TransferComparison(HIGH, confirmed(chain)).compare(sent);
        assertThat(failed(TransferRehearsal.on(impatient)))
                .containsExactly("chain-hash-not-final found nothing");
    }

    @Test
    @Proves({"G13", "G15"})
    void everySealedCauseIsPlantedSomewhere() {
        Set<String> planted = new TreeSet<>();
        Stream.of(Planting.values()).map(Planting::cause).forEach(planted::add);
        var _ =
                TransferRehearsal.on((chain, sent) -> {
                    Outcome outcome = new TransferComparison(HIGH, chain).compare(sent);
                    if (outcome instanceof Outcome.Compared(List<Finding> found)) {
                        found.forEach(finding -> planted.add(finding.cause().code()));
                    }
                    return outcome;
                });

        assertThat(planted).hasSize(Cause.class.getPermittedSubclasses().length);
    }

    private static Function<String, Receipt> confirmed(Function<String, Receipt> chain) {
        return hash ->
                switch (chain.apply(hash)) {
                    case Receipt.Included there ->
                            new Receipt.Included(
                                    there.amount(),
                                    there.destination(),
                                    Long.MAX_VALUE,
                                    there.succeeded());
                    case Receipt other -> other;
                };
    }

    private static List<Holding> unsettled(List<Holding> held) {
        return held.stream()
                .map(h -> new Holding(h.origin(), h.name(), h.traded(), Optional.empty()))
                .toList();
    }

    private static List<String> failed(List<Rehearsal.Failure> failures) {
        return failures.stream()
                .map(failure -> failure.planted() + " found " + failure.found())
                .collect(Collectors.toList());
    }

    private static List<Holding> held() {
        return List.of(
                new Holding(
                        new Origin("ledger", 0),
                        Named.of(new Symbol("BTC-USD")),
                        Decimal10.of("3"),
                        Optional.of(Decimal10.of("2"))));
    }

    private static List<CashFlow> flows(Optional<LocalDate> settles) {
        return List.of(
                new CashFlow(
                        CashFlow.Kind.PROCEEDS,
                        "t1",
                        new Money(Decimal10.of("-60000"), new Asset("USD")),
                        DAY,
                        settles),
                new CashFlow(
                        CashFlow.Kind.FEE,
                        "t0",
                        new Money(Decimal10.of("-1"), new Asset("USD")),
                        DAY.minusDays(1),
                        Optional.of(DAY)));
    }
}
