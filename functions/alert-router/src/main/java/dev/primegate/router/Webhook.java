package dev.primegate.router;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.primegate.alert.routing.Member;
import dev.primegate.order.Digest;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Tells any system that verifies <a href="https://www.standardwebhooks.com">Standard Webhooks</a>.
 */
@Singleton
class Webhook implements Channel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebhookApi api;
    private final Delivery delivery;
    private final Secrets secrets;
    private final RouterConfig config;
    private final Clock clock;

    Webhook(
            @RestClient WebhookApi api,
            Delivery delivery,
            Secrets secrets,
            RouterConfig config,
            Clock clock) {
        this.api = api;
        this.delivery = delivery;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public boolean isConfigured() {
        return config.webhookSecret().isPresent();
    }

    @Override
    public Optional<String> tell(Notice notice, Runnable troubled) {
        Secret secret = secrets.get(config.webhookSecret().orElseThrow());
        String body = body(notice);
        // The same telling has the same id, whoever repeats it: the receiver drops the second.
        String id = "msg_" + Digest.hex(notice.incident().key(), body).substring(0, 32);
        long at = clock.instant().getEpochSecond();
        String signature = sign(secret.get(notice.field("key")), id, at, body);
        String url = secret.get(notice.field("url"));
        var _ =
                delivery.to(
                        notice.channel(),
                        () -> api.post(url, id, Long.toString(at), signature, body),
                        troubled);
        return Optional.empty();
    }

    private String body(Notice notice) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", "incident." + notice.due().name().toLowerCase(Locale.ROOT));
        body.put("environment", config.environment());
        body.put("incident", notice.incident().key());
        body.put("severity", notice.incident().severity().name());
        body.put("summary", notice.summary());
        body.put("since", notice.incident().since().toString());
        body.put("open", notice.incident().firingCount());
        body.put("change", notice.incident().change());
        ArrayNode members = body.putArray("members");
        for (Member member : notice.members()) {
            ObjectNode one = members.addObject();
            one.put("dedupKey", member.dedupKey());
            one.put("firing", member.firing());
            one.put("severity", member.severity().name());
            one.put("summary", member.summary());
            one.put("at", member.lastAt().toString());
            ObjectNode labels = one.putObject("labels");
            member.labels().values().forEach(labels::put);
        }
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(String key, String id, long at, String body) {
        try {
            return new com.standardwebhooks.Webhook(key).sign(id, at, body);
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new NotToldException("webhook", "its key does not sign");
        }
    }
}
