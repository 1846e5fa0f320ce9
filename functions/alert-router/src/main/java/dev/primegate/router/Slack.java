package dev.primegate.router;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Writes to the desk's channel: a message for each incident, and what becomes of it in its thread,
 * if the secret has a bot's {@code token} and {@code channel}; with a webhook's {@code url} alone
 * each is a message of its own.
 */
@Singleton
class Slack implements Channel {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A second each, a pause of 30 s and a call of 4 s: well within a claim of 60 s. */
    private static final int AT_ONCE = 20;

    private final SlackApi api;
    private final Delivery delivery;
    private final Secrets secrets;
    private final RouterConfig config;
    private final Links links;
    private final Pace pace;

    Slack(
            @RestClient SlackApi api,
            Delivery delivery,
            Secrets secrets,
            RouterConfig config,
            Links links,
            Pace pace) {
        this.api = api;
        this.delivery = delivery;
        this.secrets = secrets;
        this.config = config;
        this.links = links;
        this.pace = pace;
    }

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public boolean isConfigured() {
        return config.slackSecret().isPresent();
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public Optional<String> tell(Notice notice, Runnable troubled) {
        Secret secret = secrets.get(config.slackSecret().orElseThrow());
        Optional<String> token = secret.find(notice.field("token"));
        Optional<String> channel = token.map(_ -> secret.get(notice.field("channel")));
        SlackMessage message =
                SlackMessage.of(channel, config.environment(), notice, links.of(notice));
        String url =
                token.isPresent()
                        ? config.slackApi() + "/chat.postMessage"
                        : secret.get(notice.field("url"));
        String answer =
                delivery.to(
                        notice.channel(),
                        () -> {
                            pace.await(notice.channel());
                            return api.post(
                                    url, token.map("Bearer "::concat).orElse(null), message);
                        },
                        troubled);
        return token.map(_ -> reference(notice.channel(), answer));
    }

    /** The web API answers 200 whatever it means. */
    private static String reference(String channel, String answer) {
        try {
            JsonNode json = JSON.readTree(answer);
            if (json.path("ok").asBoolean()) {
                return json.path("ts").asText();
            }
            throw new NotToldException(channel, "answered " + json.path("error").asText());
        } catch (JsonProcessingException e) {
            // Whoever answered so may have written it.
            throw new BusyException(channel, "answered no JSON", Duration.ZERO);
        }
    }
}
