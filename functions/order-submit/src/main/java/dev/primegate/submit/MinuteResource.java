package dev.primegate.submit;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where the schedule comes each minute. It has no route in API Gateway, and looks as if it were not
 * there to whoever comes through one.
 */
@Path("/internal/minute")
class MinuteResource {
    private static final Duration RUN = Duration.ofSeconds(20);

    private final MinuteRun minute;
    private final Clock clock;

    MinuteResource(MinuteRun minute, Clock clock) {
        this.minute = minute;
        this.clock = clock;
    }

    @POST
    @Operation(hidden = true)
    public void run(@HeaderParam("X-Forwarded-For") @Nullable String forwardedFor) {
        if (forwardedFor != null) {
            throw new NotFoundException();
        }
        minute.run(clock.instant().plus(RUN));
    }
}
