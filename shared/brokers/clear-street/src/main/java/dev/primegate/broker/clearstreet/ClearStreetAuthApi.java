package dev.primegate.broker.clearstreet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** <a href="https://docs.clearstreet.io/studio/docs/oauth2">Where Clear Street gives tokens</a>. */
@Produces(MediaType.APPLICATION_JSON)
interface ClearStreetAuthApi {
    @POST
    @Path("/oauth/token")
    @Consumes(MediaType.APPLICATION_JSON)
    Response token(byte[] body);
}
