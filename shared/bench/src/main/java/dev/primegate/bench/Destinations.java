package dev.primegate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stand-ins of PagerDuty and Slack: what they have heard, and how they fail. */
final class Destinations {
    static final List<String> CHANNELS = List.of("pagerduty", "slack");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Product product;

    Destinations(Product product) {
        this.product = product;
    }

    /** What becomes of the next calls, and of no more; what was planned before is forgotten. */
    void plan(String channel, List<String> faults) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("faults", faults));
        var _ =
                product.answer(
                        request(channel).PUT(HttpRequest.BodyPublishers.ofString(body)), 200);
    }

    /**
     * What {@code channel} has heard of each.
     *
     * @param begun since when there is something to hear, by scope
     */
    List<Heard> heard(String channel, Map<String, Instant> begun)
            throws IOException, InterruptedException {
        JsonNode calls = JSON.readTree(product.answer(request(channel), 200));
        List<Heard> heard = new ArrayList<>();
        begun.forEach((scope, from) -> heard.add(Heard.of(scope, from, calls)));
        return heard;
    }

    private HttpRequest.Builder request(String channel) {
        URI control = product.pager().resolve("/control/" + channel);
        return HttpRequest.newBuilder(control).timeout(PATIENCE);
    }
}
