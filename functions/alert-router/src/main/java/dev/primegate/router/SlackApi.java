package dev.primegate.router;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * Slack's two ways in. An incoming webhook's address is a secret, for whoever knows it may post;
 * the web API wants a bot's token, and answers with a reference that later messages can be threaded
 * to.
 */
@RegisterRestClient(configKey = "slack")
interface SlackApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response post(
            @Url String url,
            @HeaderParam("Authorization") @Nullable String authorization,
            SlackMessage message);
}
