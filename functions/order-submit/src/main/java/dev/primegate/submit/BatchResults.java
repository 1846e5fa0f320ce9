package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the orders of a batch, one for one and in their order. */
@RegisterForReflection
public record BatchResults(List<Result> results) {
    /**
     * What became of one of them.
     *
     * @param status what it would have been answered alone
     * @param replayed whether it is a repeat; absent otherwise
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            int status,
            @Nullable Boolean replayed,
            @Nullable OrderView order,
            @Nullable Problem problem) {
        static Result of(SubmissionAnswer.Placed placed) {
            return new Result(
                    placed.status(), placed.replayed() ? Boolean.TRUE : null, placed.order(), null);
        }

        static Result of(Problem problem) {
            return new Result(problem.status(), null, null, problem);
        }
    }
}
