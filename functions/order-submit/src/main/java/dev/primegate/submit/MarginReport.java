package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.ledger.MarginState;
import dev.primegate.report.MarginUsage;
import dev.primegate.report.Table;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of our margin at brokers is used. */
@RegisterForReflection
public record MarginReport(LocalDate date, List<UseView> brokers, @JsonIgnore Table table)
        implements Tabular {
    static MarginReport of(MarginUsage usage) {
        return new MarginReport(
                usage.day(), usage.uses().stream().map(UseView::of).toList(), usage.table());
    }

    /**
     * What one broker said of one model.
     *
     * @param usagePercent the requirement as a share of the equity, rounded up
     * @param asOf by the broker's clock
     * @param source which of its answers said so
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UseView(
            String broker,
            MarginState.Model model,
            MarginState.Level level,
            @Nullable AmountView equity,
            @Nullable AmountView requirement,
            @Nullable AmountView excess,
            @Nullable String usagePercent,
            int calls,
            Instant asOf,
            String source) {
        static UseView of(MarginUsage.Use use) {
            MarginState state = use.state();
            return new UseView(
                    use.broker().name(),
                    state.model(),
                    state.level(),
                    use.equity().map(AmountView::of).orElse(null),
                    state.requirement().map(AmountView::of).orElse(null),
                    state.excess().map(AmountView::of).orElse(null),
                    use.percent().map(Object::toString).orElse(null),
                    state.calls().size(),
                    state.asOf(),
                    state.source());
        }
    }
}
