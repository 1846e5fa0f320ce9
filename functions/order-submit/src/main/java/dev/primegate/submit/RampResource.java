package dev.primegate.submit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.risk.Ramp;
import dev.primegate.risk.RampLift;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lifts the ramp of an account. No caller who trades may do this: it has no route in API Gateway,
 * and only who may invoke the function itself gets here.
 */
@Path("/internal/ramp")
class RampResource {
    private static final Logger LOG = Logger.getLogger(RampResource.class);
    private static final Set<String> FIELDS =
            Set.of("tenant", "account", "cleanDays", "approvedBy");

    private final RiskConfig config;
    private final Ramp ramp;
    private final Clock clock;

    RampResource(RiskConfig config, Ramp ramp, Clock clock) {
        this.config = config;
        this.ramp = ramp;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public RampLiftView lift(
            @HeaderParam("X-Forwarded-For") @Nullable String forwardedFor, byte[] body) {
        if (forwardedFor != null) {
            throw new NotFoundException();
        }
        ObjectNode object = StrictJson.object(body);
        Fields fields = new Fields(object, FIELDS);
        Optional<String> tenant = name(fields, "tenant", "[a-z0-9-]{1,40}");
        Optional<String> account = name(fields, "account", "[A-Za-z0-9_.-]{1,40}");
        Optional<Integer> days =
                fields.required(
                        "cleanDays",
                        "how many days were clean",
                        fields.integer("cleanDays", config.ramp().cleanDays(), 10_000));
        Optional<String> approver =
                fields.required("approvedBy", "who approves", fields.text("approvedBy", 100));
        if (!fields.violations().isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                                    400,
                                    "invalid-ramp-lift",
                                    "The lift is not valid",
                                    fields.violations().size() + " fields are wrong")
                            .withViolations(fields.violations()));
        }
        RampLift stands =
                ramp.lift(
                        new Tenant(tenant.orElseThrow()),
                        new Account(account.orElseThrow()),
                        new RampLift(days.orElseThrow(), approver.orElseThrow(), clock.instant()));
        LOG.infof(
                "event=ramp-lifted account=%s/%s cleanDays=%d by=%s",
                tenant.get(), account.get(), stands.cleanDays(), stands.approvedBy());
        return new RampLiftView(stands.cleanDays(), stands.approvedBy(), stands.at());
    }

    private static Optional<String> name(Fields fields, String field, String shape) {
        String expected = "the name of a " + field;
        return fields.required(field, expected, fields.matching(field, shape, expected));
    }
}
