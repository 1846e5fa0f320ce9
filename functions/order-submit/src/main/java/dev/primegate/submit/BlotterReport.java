package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.primegate.report.Blotter;
import dev.primegate.report.Table;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;

/** Every trade of a day, by its own time. */
@RegisterForReflection
public record BlotterReport(LocalDate date, List<ExecutionView> executions, @JsonIgnore Table table)
        implements Tabular {
    static BlotterReport of(Blotter blotter) {
        return new BlotterReport(
                blotter.day(),
                blotter.trades().stream().map(ExecutionView::of).toList(),
                blotter.table());
    }
}
