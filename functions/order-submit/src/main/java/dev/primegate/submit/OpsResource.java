package dev.primegate.submit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** What the operator's console polls, beside what every caller can read. */
@Path("/v1/ops")
@Produces(MediaType.APPLICATION_JSON)
class OpsResource {
    private final SurveyBrokers survey;
    private final ListOpenOrders orders;
    private final OpsSetting setting;
    private final Versions versions;
    private final Access access;

    OpsResource(
            SurveyBrokers survey,
            ListOpenOrders orders,
            OpsSetting setting,
            Versions versions,
            Access access) {
        this.survey = survey;
        this.orders = orders;
        this.setting = setting;
        this.versions = versions;
        this.access = access;
    }

    @GET
    @Path("/environment")
    @Operation(
            operationId = "getEnvironment",
            summary = "Which installation this is, whether money is real, and who asks",
            description = "304 to who has it already, by If-None-Match.")
    @APIResponse(responseCode = "200", description = "As it stands")
    @ProblemResponses
    public RestResponse<EnvironmentView> environment(
            @Context Request request, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.READ);
        return versions.answer(setting.view(survey.live(), caller), request);
    }

    @GET
    @Path("/brokers")
    @Operation(
            operationId = "listBrokerStates",
            summary = "How every broker stands",
            description =
                    "From what the functions wrote down; no broker is called. 304 to who has it"
                            + " already, by If-None-Match.")
    @APIResponse(responseCode = "200", description = "As they stand")
    @ProblemResponses
    public RestResponse<BrokerStates> brokers(
            @Context Request request, @Context SecurityContext security) {
        var _ = access.caller(security, Role.OPERATE);
        return versions.answer(survey.survey(), request);
    }

    @GET
    @Path("/orders")
    @Operation(
            operationId = "listOpenOrders",
            summary = "The caller's orders that may still trade, oldest first",
            description = "304 to who has it already, by If-None-Match.")
    @APIResponse(responseCode = "200", description = "As they stand")
    @ProblemResponses
    public RestResponse<OpenOrders> orders(
            @Context Request request, @Context SecurityContext security) {
        return versions.answer(orders.of(access.caller(security, Role.READ)), request);
    }
}
