package dev.primegate.ingest;

import dev.primegate.ingest.signature.Delivery;
import dev.primegate.telemetry.Traces;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Webhooks of brokers. */
@Path("/v1/webhooks")
class WebhookResource {
    private static final Logger LOG = Logger.getLogger(WebhookResource.class);

    private final TakeWebhook takeWebhook;
    private final Traces traces;

    WebhookResource(TakeWebhook takeWebhook, Traces traces) {
        this.takeWebhook = takeWebhook;
        this.traces = traces;
    }

    /**
     * Answers 200 once the news is booked, kept or known; 401 for a signature that is bad, stale or
     * missing, without saying which; 503 if it could not be written, so that the sender repeats.
     */
    @POST
    @Path("/{broker}")
    @Blocking
    public RestResponse<WebhookProblem> take(
            @RestPath String broker, @Context HttpHeaders headers, byte @Nullable [] body) {
        return traces.within(Traces.current(), () -> taken(broker, headers, body));
    }

    private RestResponse<WebhookProblem> taken(
            String broker, HttpHeaders headers, byte @Nullable [] body) {
        try {
            return answer(
                    broker,
                    takeWebhook.take(
                            broker,
                            new Delivery(
                                    name -> joined(headers, name),
                                    body == null ? new byte[0] : body)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "event=webhook-failed");
            return later();
        }
    }

    private static RestResponse<WebhookProblem> answer(String broker, Taken taken) {
        return switch (taken) {
            case Taken.Done _ -> RestResponse.ok();
            case Taken.Later _ -> later();
            case Taken.Refused(String why) -> {
                LOG.warnf("broker=%s event=webhook-refused why=%s", broker, why);
                yield WebhookProblem.answer(
                        401, "bad-signature", "expected a good and fresh signature over the body");
            }
            case Taken.NoSender _ ->
                    WebhookProblem.answer(404, "unknown-sender", "there is no such sender");
            case Taken.TooLarge(int limit) ->
                    WebhookProblem.answer(
                            413, "body-too-large", "expected at most %d bytes".formatted(limit));
            case Taken.Encoded _ ->
                    WebhookProblem.answer(
                            415, "body-encoded", "expected a body without Content-Encoding");
        };
    }

    private static RestResponse<WebhookProblem> later() {
        return WebhookProblem.answer(503, "not-written", "nothing was written; send it again");
    }

    /** A signature has commas in it, and the Lambda adapter takes a comma for two headers. */
    private static Optional<String> joined(HttpHeaders headers, String name) {
        List<String> parts = headers.getRequestHeader(name);
        return parts == null || parts.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(",", parts));
    }
}
