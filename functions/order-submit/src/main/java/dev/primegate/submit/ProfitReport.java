package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.ledger.Cost;
import dev.primegate.report.ProfitLine;
import dev.primegate.report.ProfitStatement;
import dev.primegate.report.Table;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Profit and loss by instrument, as it stood when the day ended or stands now. */
@RegisterForReflection
public record ProfitReport(LocalDate date, List<LineView> positions, @JsonIgnore Table table)
        implements Tabular {
    static ProfitReport of(ProfitStatement statement) {
        return new ProfitReport(
                statement.day(),
                statement.lines().stream().map(LineView::of).toList(),
                statement.table());
    }

    /**
     * What one position has earned since its first trade; values in {@code currency}, fees apart.
     *
     * @param cost of what is held, with its sign
     * @param mark the price it is held at; absent where none of that day is known
     * @param value of what is held at its mark
     * @param cash received less paid; with {@code value} it is {@code totalPnl}
     * @param realisedPnlThatDay the part of {@code realisedPnl} that the day added
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineView(
            String account,
            String broker,
            String symbol,
            String currency,
            String quantity,
            @Nullable String averageCost,
            String cost,
            @Nullable String mark,
            @Nullable Instant markedAt,
            @Nullable String value,
            String cash,
            String realisedPnl,
            String realisedPnlThatDay,
            @Nullable String unrealisedPnl,
            @Nullable String totalPnl,
            List<AmountView> fees) {
        static LineView of(ProfitLine line) {
            Cost cost = line.cost();
            return new LineView(
                    line.position().account().name(),
                    line.position().broker().name(),
                    line.position().symbol().text(),
                    line.currency().code(),
                    cost.quantity().toString(),
                    text(cost.average()),
                    cost.cost().toString(),
                    text(line.mark().map(ProfitLine.Mark::price)),
                    line.mark().map(ProfitLine.Mark::at).orElse(null),
                    text(line.value()),
                    line.cash().toString(),
                    cost.realised().toString(),
                    line.realisedThatDay().toString(),
                    text(line.unrealised()),
                    text(line.total()),
                    line.fees().entrySet().stream()
                            .map(fee -> AmountView.of(fee.getKey(), fee.getValue()))
                            .toList());
        }

        private static @Nullable String text(Optional<?> value) {
            return value.map(Object::toString).orElse(null);
        }
    }
}
