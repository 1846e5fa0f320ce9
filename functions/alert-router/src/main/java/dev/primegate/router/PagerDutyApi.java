package dev.primegate.router;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** PagerDuty's Events API, version 2. */
@RegisterRestClient(configKey = "pagerduty")
@Path("/v2/enqueue")
interface PagerDutyApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response enqueue(PagerDutyEvent event);
}
