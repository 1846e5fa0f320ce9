package dev.primegate.router;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A receiver of webhooks. */
@RegisterRestClient(configKey = "alert-webhook")
interface WebhookApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response post(
            @Url String url,
            @HeaderParam("webhook-id") String id,
            @HeaderParam("webhook-timestamp") String timestamp,
            @HeaderParam("webhook-signature") String signature,
            String body);
}
