package dev.primegate.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Finding;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.settlement.TradeDates;
import dev.primegate.statement.Named;
import dev.primegate.statement.Origin;
import dev.primegate.statement.TradeDays;
import dev.primegate.statement.TradeLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is planted is found, and a comparison that misses something is caught. */
class RehearsalTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    /** These two are of chains, which no trade is compared with. */
    private static final Set<Class<?>> OF_CHAINS =
            Set.of(Cause.HashNotFound.class, Cause.HashNotFinal.class);

    @Test
    @Proves("G13")
    void everythingThatIsPlantedIsFound() {
        assertThat(rehearse(List.of(trade("t1", "1"), trade("t2", "2")), rules("0", "0")))
                .contains(List.of());
        assertThat(rehearse(List.of(trade("t1", "1")), rules("0.01", "0.05"))).contains(List.of());
    }

    @Test
    @Proves("G13")
    void aComparisonThatSeesNothingIsCaughtForEachCause() {
        assertThat(
                        Rehearsal.on(
                                        List.of(trade("t1", "1")),
                                        rules("0", "0"),
                                        (_, _, _) -> List.of())
                                .orElseThrow())
                .hasSize(Planting.values().length)
                .contains(new Rehearsal.Failure("price", "nothing"));
    }

    @Test
    @Proves("G13")
    void aComparisonThatRoundsTooMuchIsCaughtByTheCauseItGave() {
        Rehearsal.Comparison lax =
                (rules, ours, brokers) -> {
                    List<Finding> found = new ArrayList<>();
                    var _ =
                            new TradeComparison(rules("5", "5"), new Random(7))
                                    .compare(Trades.of(ours), Trades.of(brokers), found::add);
                    return found;
                };

        assertThat(Rehearsal.on(List.of(trade("t1", "1")), rules("0", "0"), lax).orElseThrow())
                .contains(
                        new Rehearsal.Failure("price", "price-rounding of t1"),
                        new Rehearsal.Failure("fee-not-booked", "nothing"),
                        new Rehearsal.Failure("trade-date-shift", "unknown of t1"));
    }

    @Test
    void aDayWithoutATradeThatStandsForItselfRehearsesNothing() {
        assertThat(rehearse(List.of(), rules("0", "0"))).isEmpty();
        assertThat(rehearse(List.of(trade("t1", "1"), trade("t1", "1")), rules("0", "0")))
                .isEmpty();
    }

    @Test
    void everyCauseOfATradeIsPlanted() {
        Set<String> planted =
                Arrays.stream(Planting.values()).map(Planting::cause).collect(Collectors.toSet());

        assertThat(planted).hasSize(Cause.class.getPermittedSubclasses().length - OF_CHAINS.size());
    }

    private static Optional<List<Rehearsal.Failure>> rehearse(
            List<TradeLine> day, TradeRules rules) {
        return Rehearsal.on(day, rules, new Random(7));
    }

    private static TradeRules rules(String rounding, String fees) {
        return new TradeRules(
                DAY,
                Decimal10.of(rounding),
                Decimal10.of(fees),
                TradeDates.UTC,
                TradeDates.UTC,
                Decimal10.of("100000"));
    }

    private static TradeLine trade(String id, String quantity) {
        return new TradeLine(
                new Origin("ledger", 0),
                "77",
                id,
                Optional.empty(),
                Named.of(new Symbol("BTC-USD")),
                Side.BUY,
                Quantity.of(quantity),
                Price.of("60000"),
                new Asset("USD"),
                Optional.empty(),
                new TradeDays(
                        DAY, Optional.empty(), Optional.of(Instant.parse("2026-11-20T21:00:00Z"))),
                false);
    }
}
