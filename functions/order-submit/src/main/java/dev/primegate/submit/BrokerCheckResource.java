package dev.primegate.submit;

import dev.primegate.instrument.BrokerId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Whether a broker takes our key. */
@Path("/health/brokers")
@Produces(MediaType.APPLICATION_JSON)
class BrokerCheckResource {
    private static final String NAME = "[a-z][a-z0-9-]{1,30}";

    private final CheckBroker checkBroker;
    private final Access access;

    BrokerCheckResource(CheckBroker checkBroker, Access access) {
        this.checkBroker = checkBroker;
        this.access = access;
    }

    @GET
    @Path("/{broker}")
    @Operation(
            operationId = "checkBroker",
            summary = "Try a broker's key",
            description =
                    "Reads our balances there, signed, and answers within two seconds. Nothing of"
                            + " what was read is told.")
    @APIResponse(responseCode = "200", description = "The broker took the key and answered")
    @ProblemResponses
    public BrokerCheckView check(@RestPath String broker, @Context SecurityContext security) {
        var _ = access.caller(security, Role.READ);
        CheckBroker.Health health =
                broker.matches(NAME)
                        ? checkBroker.check(new BrokerId(broker))
                        : new CheckBroker.Health.Unknown();
        return switch (health) {
            case CheckBroker.Health.Up up ->
                    new BrokerCheckView(broker, "UP", up.at().toString(), up.took().toMillis());
            case CheckBroker.Health.Down(String why) ->
                    throw new ProblemException(
                            Problem.of(503, "broker-unhealthy", "The broker cannot be read", why)
                                    .asRetryable());
            case CheckBroker.Health.Unknown() ->
                    throw new ProblemException(
                            Problem.of(
                                    404,
                                    "broker-unknown",
                                    "There is no such broker",
                                    "expected the name of a broker that is built in"));
        };
    }
}
