package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.Member;
import dev.primegate.alert.routing.Telling;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Incidents: those that are open, and those that ended lately. */
@RegisterForReflection
public record AlertList(List<View> open, List<View> ended) {
    static AlertList of(List<Incident> open, List<Incident> ended) {
        return new AlertList(
                open.stream().map(View::of).toList(), ended.stream().map(View::of).toList());
    }

    /**
     * An incident.
     *
     * @param incident what it is called here and in PagerDuty's dedup key
     * @param firing how many troubles it is now
     * @param members some of them
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String incident,
            Severity severity,
            Instant since,
            long firing,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            List<MemberView> members,
            List<ToldView> told) {

        static View of(Incident incident) {
            Incident.@Nullable Acknowledgement by = incident.acknowledgement().orElse(null);
            return new View(
                    incident.key(),
                    incident.severity(),
                    incident.since(),
                    incident.firingCount(),
                    by == null ? null : by.by(),
                    by == null ? null : by.at(),
                    incident.sample().values().stream().map(MemberView::of).toList(),
                    incident.tellings().entrySet().stream()
                            .map(one -> ToldView.of(one.getKey(), one.getValue()))
                            .toList());
        }
    }

    /** One trouble. */
    @RegisterForReflection
    public record MemberView(
            String dedupKey,
            boolean firing,
            Severity severity,
            String summary,
            long count,
            Instant since,
            Instant lastAt,
            Map<String, String> labels) {
        static MemberView of(Member member) {
            return new MemberView(
                    member.dedupKey(),
                    member.firing(),
                    member.severity(),
                    member.summary(),
                    member.count(),
                    member.since(),
                    member.lastAt(),
                    member.labels().values());
        }
    }

    /**
     * What a channel knows.
     *
     * @param open whether it was told and not yet that it is over
     * @param failures how often in a row it could not be reached
     */
    @RegisterForReflection
    public record ToldView(String channel, boolean open, Instant at, int failures) {
        static ToldView of(String channel, Telling telling) {
            return new ToldView(channel, telling.open(), telling.at(), telling.failures());
        }
    }
}
