package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.Gravity;
import dev.primegate.report.BreakSummary;
import dev.primegate.report.Table;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the comparisons of a day found, and how far it is dealt with. */
@RegisterForReflection
public record ReconReport(LocalDate date, List<CauseView> causes, @JsonIgnore Table table)
        implements Tabular {
    static ReconReport of(BreakSummary summary) {
        return new ReconReport(
                summary.day(),
                summary.rows().stream().map(CauseView::of).toList(),
                summary.table());
    }

    /**
     * The breaks of one cause.
     *
     * @param open those that nobody has explained yet
     * @param atStake what those that are not closed may cost together
     * @param oldest when the first of them was found
     */
    @RegisterForReflection
    public record CauseView(
            String account,
            String broker,
            BreakScope.Subject subject,
            String cause,
            long open,
            long explained,
            long closed,
            AmountView atStake,
            Gravity gravest,
            Instant oldest) {
        static CauseView of(BreakSummary.Row row) {
            return new CauseView(
                    row.scope().account().name(),
                    row.scope().broker().name(),
                    row.scope().subject(),
                    row.cause(),
                    row.open(),
                    row.explained(),
                    row.closed(),
                    AmountView.of(row.asset(), row.atStake()),
                    row.gravest(),
                    row.oldest());
        }
    }
}
