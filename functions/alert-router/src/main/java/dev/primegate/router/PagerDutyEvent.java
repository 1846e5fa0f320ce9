package dev.primegate.router;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.order.Digest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    static PagerDutyEvent trigger(
            String routingKey, String environment, Alert alert, int count, Optional<URI> runbooks) {
        return new PagerDutyEvent(
                routingKey,
                "trigger",
                dedupKey(environment, alert),
                "primegate",
                Payload.of(environment, alert, count),
                runbooks.map(base -> List.of(Link.runbook(base, alert.rule()))).orElse(null));
    }

    static PagerDutyEvent resolve(String routingKey, String environment, Alert alert) {
        return new PagerDutyEvent(
                routingKey, "resolve", dedupKey(environment, alert), null, null, null);
    }

    /** Keys that are too long end in a digest instead, so that no two become one. */
    static String dedupKey(String environment, Alert alert) {
        String key = environment + ":" + alert.dedupKey();
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

        static Payload of(String environment, Alert alert, int count) {
            boolean burst = count > 1 && alert.severity() == Severity.WARNING;
            String summary =
                    burst
                            ? "%d alerts in a row, the last: %s".formatted(count, alert.summary())
                            : alert.summary();
            Severity severity = burst ? Severity.ERROR : alert.severity();
            return new Payload(
                    Cut.to(LONGEST_SUMMARY, summary),
                    alert.at().toString(),
                    severity.name().toLowerCase(Locale.ROOT),
                    "primegate " + environment,
                    alert.details().getOrDefault("broker", "primegate"),
                    alert.rule(),
                    alert.details());
        }
    }

    /** Something to read. */
    @RegisterForReflection
    record Link(String href, String text) {
        static Link runbook(URI base, String rule) {
            return new Link(base + "/" + rule, "runbook");
        }
    }
}
