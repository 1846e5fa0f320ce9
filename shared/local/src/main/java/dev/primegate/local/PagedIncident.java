package dev.primegate.local;

import static dev.primegate.local.BrokenException.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.pager.StandIns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The rest of an incident that somebody was paged for: it is taken in hand, and it ends. */
final class PagedIncident {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpCalls api;
    private final StandIns standIns;
    private final Teller teller;

    PagedIncident(HttpCalls api, StandIns standIns, Teller teller) {
        this.api = api;
        this.standIns = standIns;
        this.teller = teller;
    }

    /** Throws {@link BrokenException} with the first line that does not hold. */
    void tell(String page) throws InterruptedException {
        String dedupKey = HttpCalls.json(page).path("dedup_key").asText();
        String incident = dedupKey.substring(dedupKey.indexOf(':') + 1);
        JsonNode inHand = change(incident, "acknowledge");
        check(!inHand.path("acknowledgedBy").asText().isEmpty(), "nobody has it in hand");
        heard("acknowledge", dedupKey);
        // A refusal has no end of its own: whoever has it in hand says that it is over.
        JsonNode over = change(incident, "end");
        check(over.path("firing").asInt() == 0, "it is not over: " + over);
        heard("resolve", dedupKey);
        check(
                actions(dedupKey).equals(List.of("trigger", "acknowledge", "resolve")),
                "PagerDuty got " + actions(dedupKey));
    }

    private JsonNode change(String incident, String what) throws InterruptedException {
        String path = "/v1/alerts/%s/%s".formatted(incident, what);
        teller.request("POST " + path);
        HttpCalls.Response answer = api.post(path, "");
        check(answer.status() == 200, "expected 200, found %s".formatted(answer.body()));
        teller.answer(
                answer,
                "firing %s, acknowledged by %s"
                        .formatted(answer.text("firing"), answer.text("acknowledgedBy")));
        return answer.body();
    }

    private void heard(String action, String dedupKey) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!actions(dedupKey).contains(action)) {
            check(Instant.now().isBefore(deadline), "PagerDuty got no %s".formatted(action));
            TimeUnit.MILLISECONDS.sleep(50);
        }
        teller.event("PagerDuty gets: %s %s".formatted(action, dedupKey));
    }

    /** What PagerDuty was told of the incident, a repeat of the same once. */
    private List<String> actions(String dedupKey) {
        return standIns.pages().stream()
                .map(HttpCalls::json)
                .filter(event -> event.path("dedup_key").asText().equals(dedupKey))
                .map(event -> event.path("event_action").asText())
                .distinct()
                .toList();
    }
}
