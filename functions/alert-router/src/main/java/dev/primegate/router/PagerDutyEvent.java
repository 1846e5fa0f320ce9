package dev.primegate.router;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.primegate.alert.routing.Due;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.Labels;
import dev.primegate.alert.routing.Member;
import dev.primegate.order.Digest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An event as PagerDuty's Events API v2 takes it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record PagerDutyEvent(
        @JsonProperty("routing_key") String routingKey,
        @JsonProperty("event_action") String eventAction,
        @JsonProperty("dedup_key") String dedupKey,
        @Nullable String client,
        @Nullable Payload payload,
        @Nullable List<Link> links) {
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_SUMMARY = 1024;
    private static final int DIGEST = 32;

    static PagerDutyEvent of(
            String routingKey, String environment, Notice notice, List<Link> links) {
        String action = action(notice.due());
        boolean triggers = action.equals("trigger");
        return new PagerDutyEvent(
                routingKey,
                action,
                dedupKey(environment, notice.incident()),
                triggers ? "primegate" : null,
                triggers ? Payload.of(environment, notice) : null,
                triggers && !links.isEmpty() ? links : null);
    }

    private static String action(Due due) {
        return switch (due) {
            case TRIGGER, UPDATE, REPEAT -> "trigger";
            case ACKNOWLEDGE -> "acknowledge";
            case RESOLVE -> "resolve";
        };
    }

    /** Keys that are too long end in a digest instead, so that no two become one. */
    static String dedupKey(String environment, Incident incident) {
        String key = environment + ":" + incident.key();
        return key.length() <= LONGEST_KEY
                ? key
                : Cut.head(LONGEST_KEY - DIGEST - 1, key)
                        + "~"
                        + Digest.hex(key).substring(0, DIGEST);
    }

    @Override
    public String toString() {
        return "PagerDutyEvent[%s %s]".formatted(eventAction, dedupKey);
    }

    /** What happened, and where. */
    @RegisterForReflection
    record Payload(
            String summary,
            String timestamp,
            String severity,
            String source,
            String component,
            @JsonProperty("class") String kind,
            @JsonProperty("custom_details") Map<String, String> customDetails) {

        static Payload of(String environment, Notice notice) {
            Member first = notice.members().getFirst();
            Labels labels = first.labels();
            Map<String, String> details = new TreeMap<>(labels.values());
            List<Member> members = notice.members();
            for (int i = 1; i < members.size(); i++) {
                details.put("also-" + i, members.get(i).summary());
            }
            String broker = labels.get("broker");
            return new Payload(
                    Cut.to(LONGEST_SUMMARY, notice.summary()),
                    first.lastAt().toString(),
                    notice.incident().severity().name().toLowerCase(Locale.ROOT),
                    "primegate " + environment,
                    broker.isEmpty() ? "primegate" : broker,
                    labels.get("rule"),
                    details);
        }
    }
}
