package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.BreakState;
import dev.primegate.breaks.CauseText;
import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Gravity;
import dev.primegate.breaks.Reason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A difference between a broker's books and ours.
 *
 * @param what an execution id, a symbol or an asset
 * @param facts what the cause says beside its code
 * @param action what to do next
 * @param age how long it has been there, as an ISO 8601 duration
 * @param rows how many rows it rests on; at most 20 of each side are shown
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakView(
        String breakId,
        BreakState state,
        String broker,
        String account,
        BreakScope.Subject subject,
        LocalDate day,
        String what,
        String cause,
        Map<String, String> facts,
        String action,
        Gravity gravity,
        String atStake,
        String atStakeAsset,
        @Nullable String owner,
        @Nullable Reason reason,
        Instant openedAt,
        Instant movedAt,
        String age,
        int returns,
        int rows,
        List<RowView> ours,
        List<RowView> brokers,
        List<DifferenceView> differences) {

    static BreakView of(Break one, Instant now) {
        BreakScope scope = one.scope();
        Evidence evidence = one.finding().evidence();
        return new BreakView(
                one.id().text(),
                one.state(),
                scope.broker().name(),
                scope.account().name(),
                scope.subject(),
                scope.day(),
                one.finding().key(),
                one.finding().cause().code(),
                CauseText.facts(one.finding().cause()),
                one.finding().cause().action(),
                one.finding().gravity(),
                one.finding().atStake().amount().toString(),
                one.finding().atStake().asset().code(),
                one.owner().orElse(null),
                one.reason().orElse(null),
                one.opened(),
                one.moved(),
                one.age(now).toString(),
                one.returns(),
                evidence.rows(),
                evidence.ours().stream().map(RowView::of).toList(),
                evidence.brokers().stream().map(RowView::of).toList(),
                evidence.differences().stream().map(DifferenceView::of).toList());
    }

    /** A row as it was read. */
    @RegisterForReflection
    public record RowView(String source, long line, Map<String, String> fields) {
        static RowView of(Evidence.Row row) {
            return new RowView(row.source(), row.line(), row.fields());
        }
    }

    /** A field in which the sides differ. */
    @RegisterForReflection
    public record DifferenceView(String field, String ours, String brokers) {
        static DifferenceView of(Evidence.Difference difference) {
            return new DifferenceView(difference.field(), difference.ours(), difference.brokers());
        }
    }
}
