package dev.primegate.ingest;

import dev.primegate.broker.NewsInbox;
import dev.primegate.ingest.WebhookSenders.Signature;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.messaging.HandOver;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Webhooks of brokers. The signature is checked over the raw bytes, before they are read. */
@Path("/v1/webhooks")
class WebhookResource {
    private static final Logger LOG = Logger.getLogger(WebhookResource.class);

    /** Bytes; larger bodies are refused before any work. */
    private static final int LARGEST = 1 << 20;

    /** Longer than a signature is good for: after that a replay is stale by itself. */
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private static final Pattern MESSAGE_ID = Pattern.compile("[!-~]{1,200}");

    private final WebhookSenders senders;
    private final HandOver channel;
    private final NewsInbox inbox;
    private final SymbolMaster symbols;
    private final FetchExecutions executions;
    private final Clock clock;

    WebhookResource(
            WebhookSenders senders,
            @Connector(HandOver.NAME) HandOver channel,
            NewsInbox inbox,
            SymbolMaster symbols,
            FetchExecutions executions,
            Clock clock) {
        this.senders = senders;
        this.channel = channel;
        this.inbox = inbox;
        this.symbols = symbols;
        this.executions = executions;
        this.clock = clock;
    }

    /**
     * Answers 204 once the news is booked, kept or known; 401 for a signature that is bad, stale or
     * missing, without saying which; 5xx only if the store failed, so that the sender repeats.
     */
    @POST
    @Path("/{broker}")
    @Blocking
    public RestResponse<WebhookProblem> take(
            @RestPath String broker,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String timestamp,
            @HeaderParam("webhook-signature") List<String> signature,
            byte[] body) {
        BrokerId sender = sender(broker);
        if (sender == null) {
            return WebhookProblem.answer(404, "unknown-sender", "there is no such sender");
        }
        if (body.length > LARGEST) {
            return WebhookProblem.answer(413, "body-too-large", "expected at most 1 MiB");
        }
        Signature signed = new Signature(orEmpty(id), orEmpty(timestamp), rejoined(signature));
        if (!MESSAGE_ID.matcher(signed.id()).matches() || !senders.verify(sender, signed, body)) {
            LOG.warnf("broker=%s event=webhook-refused", sender);
            return WebhookProblem.answer(
                    401, "bad-signature", "expected a good and fresh signature over the body");
        }
        if (!inbox.wasTaken(sender, signed.id())) {
            book(sender, signed.id(), body);
            inbox.taken(sender, signed.id(), clock.instant().plus(REMEMBERED));
        }
        return RestResponse.noContent();
    }

    private void book(BrokerId sender, String id, byte[] body) {
        channel.offer(
                        NewsChannel.NAME,
                        new NewsBatch(
                                sender,
                                List.of(WebhookMessage.read(id, body, symbols)),
                                "webhook of " + sender,
                                executions::fetch))
                .toCompletableFuture()
                .join();
    }

    private @Nullable BrokerId sender(String name) {
        try {
            BrokerId sender = new BrokerId(name);
            return senders.knows(sender) ? sender : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** A signature has a comma in it, and the Lambda adapter takes a comma for two headers. */
    private static String rejoined(List<String> parts) {
        return String.join(",", parts);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
