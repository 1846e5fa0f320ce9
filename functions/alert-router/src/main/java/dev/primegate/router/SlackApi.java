package dev.primegate.router;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Slack's incoming webhooks. Whoever knows the address may post: it is a secret. */
@RegisterRestClient(configKey = "slack")
interface SlackApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response post(@Url String url, SlackMessage message);
}
