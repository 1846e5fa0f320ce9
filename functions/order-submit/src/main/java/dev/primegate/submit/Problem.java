package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.telemetry.Trace;
import dev.primegate.telemetry.Traces;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> has it, with members of
 * our own.
 *
 * @param type stable; what a program switches on
 * @param code the last part of {@code type}
 * @param limit what was allowed, where a limit refused
 * @param actual what was asked
 * @param orderId the order it is about, when there is one
 * @param role which the caller lacks
 * @param retryable whether the same may be asked again, as a new order, with hope
 * @param traceId of the request it ends, as logs have it
 * @param violations every field that is wrong, where the body was
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String limit,
        @Nullable String actual,
        @Nullable String orderId,
        @Nullable Role role,
        @Nullable Boolean retryable,
        @Nullable String traceId,
        @Nullable List<Violation> violations) {

    /**
     * What problem types begin with; each has a heading in {@code shared/docs/reference/errors.md}.
     */
    static final String TYPES = "https://primegate.dev/problems/";

    static Problem of(int status, String code, String title, String detail) {
        return new Problem(
                TYPES + code,
                title,
                status,
                detail,
                code,
                null,
                null,
                null,
                null,
                null,
                Traces.current().map(Trace::id).orElse(null),
                null);
    }

    Problem withFigures(@Nullable String limit, @Nullable String actual) {
        return with(limit, actual, orderId, retryable, violations);
    }

    Problem withOrder(String id) {
        return with(limit, actual, id, retryable, violations);
    }

    Problem withRole(Role missing) {
        return new Problem(
                type,
                title,
                status,
                detail,
                code,
                limit,
                actual,
                orderId,
                missing,
                retryable,
                traceId,
                violations);
    }

    Problem asRetryable() {
        return with(limit, actual, orderId, true, violations);
    }

    Problem withViolations(List<Violation> all) {
        return with(limit, actual, orderId, retryable, all);
    }

    private Problem with(
            @Nullable String limit,
            @Nullable String actual,
            @Nullable String orderId,
            @Nullable Boolean retryable,
            @Nullable List<Violation> violations) {
        return new Problem(
                type,
                title,
                status,
                detail,
                code,
                limit,
                actual,
                orderId,
                role,
                retryable,
                traceId,
                violations);
    }

    /**
     * One wrong field.
     *
     * @param found what stands there, cut to what a log can bear
     */
    @RegisterForReflection
    public record Violation(String field, String expected, String found) {}
}
