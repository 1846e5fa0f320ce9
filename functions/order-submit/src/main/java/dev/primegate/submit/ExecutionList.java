package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trades, by their own time.
 *
 * @param next the cursor of the next page; absent on the last. A page may be short, even empty, and
 *     yet not the last
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExecutionList(List<ExecutionView> executions, @Nullable String next) {}
