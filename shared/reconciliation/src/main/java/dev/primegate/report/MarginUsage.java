package dev.primegate.report;

import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.Margins;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** How much of our margin at brokers is used, by each of their models. */
public record MarginUsage(LocalDate day, List<Use> uses) {
    private static final Decimal10 HUNDRED = Decimal10.of("100");

    public MarginUsage {
        uses = List.copyOf(uses);
    }

    /**
     * What brokers last said of a day that has ended; of a model none spoke of that day, nothing.
     */
    public static MarginUsage ended(Margins margins, Collection<BrokerId> brokers, LocalDate day) {
        return of(day, brokers, (broker, model) -> margins.last(broker, model, day));
    }

    /** What they said last, whenever that was. */
    public static MarginUsage now(Margins margins, Collection<BrokerId> brokers, LocalDate day) {
        return of(day, brokers, margins::last);
    }

    private static MarginUsage of(
            LocalDate day,
            Collection<BrokerId> brokers,
            BiFunction<BrokerId, MarginState.Model, Optional<MarginState>> last) {
        return new MarginUsage(
                day,
                brokers.stream()
                        .flatMap(broker ->
                                Arrays.stream(MarginState.Model.values())
                                        .flatMap(model -> last.apply(broker, model).stream())
                                        .map(state -> new Use(broker, state)))
                        .toList());
    }

    /** What one broker said of one model. */
    public record Use(BrokerId broker, MarginState state) {
        /** What is required and what is beyond it. */
        public Optional<Money> equity() {
            return state.requirement().flatMap(needed -> state.excess().map(needed::plus));
        }

        /** In percent, rounded up: never less than it is. None without equity above zero. */
        public Optional<Decimal10> percent() {
            return equity().filter(equity -> equity.amount().signum() > 0)
                    .flatMap(equity ->
                            state.requirement()
                                    .map(needed ->
                                            HUNDRED.share(
                                                    needed.amount(),
                                                    equity.amount(),
                                                    RoundingMode.CEILING)));
        }

        private List<String> row() {
            return List.of(
                    broker.name(),
                    state.model().name(),
                    state.level().name(),
                    asset(),
                    amount(equity()),
                    amount(state.requirement()),
                    amount(state.excess()),
                    percent().map(Decimal10::toString).orElse(""),
                    Integer.toString(state.calls().size()),
                    state.asOf().toString(),
                    state.source());
        }

        private String asset() {
            return state.requirement()
                    .or(state::excess)
                    .map(money -> money.asset().code())
                    .orElse("");
        }

        private static String amount(Optional<Money> money) {
            return money.map(m -> m.amount().toString()).orElse("");
        }
    }

    public Table table() {
        List<Table.Column> columns =
                Stream.of(
                                Table.Column.text("broker", "model", "level", "asset"),
                                Table.Column.figures(
                                        "equity", "requirement", "excess", "usagePercent", "calls"),
                                Table.Column.text("asOf", "source"))
                        .flatMap(List::stream)
                        .toList();
        return new Table("margin-" + day, columns, uses.stream().map(Use::row).toList());
    }
}
