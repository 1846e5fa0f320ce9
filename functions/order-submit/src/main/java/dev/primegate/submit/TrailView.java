package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.audit.Step;
import dev.primegate.audit.Trail;
import dev.primegate.audit.Trails;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What persons did, in order: a page of a trail.
 *
 * @param length how many steps the trail has had
 * @param chainVerified whether every step of the page is what was written and follows the one
 *     before it, and, on the last page, none is missing
 * @param firstBad the index, in the whole trail, of the first step that is not, or that is missing
 * @param next the cursor of the next page; absent on the last
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrailView(
        String trail,
        long length,
        boolean chainVerified,
        @Nullable Integer firstBad,
        List<StepView> steps,
        @Nullable String next) {

    static TrailView of(Trail trail, Trails.Trodden trodden) {
        OptionalInt bad = trodden.firstBad();
        return new TrailView(
                trail.text(),
                trodden.length(),
                bad.isEmpty(),
                bad.isPresent() ? bad.getAsInt() : null,
                trodden.steps().stream().map(StepView::of).toList(),
                trodden.isEnd()
                        ? null
                        : Parameters.cursor(
                                Long.toString(trodden.after() + trodden.steps().size())));
    }

    /** One thing that somebody did. */
    @RegisterForReflection
    public record StepView(
            long version,
            Instant at,
            String act,
            String by,
            Map<String, String> facts,
            String hash) {
        static StepView of(Step step) {
            return new StepView(
                    step.version(), step.at(), step.act(), step.by(), step.facts(), step.hash());
        }
    }
}
