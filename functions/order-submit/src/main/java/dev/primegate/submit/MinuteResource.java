package dev.primegate.submit;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What only this function may do, because only it holds trading keys, and nobody asks for: each
 * minute the schedule comes here. It has no route in API Gateway, and looks as if it were not there
 * to whoever comes through one.
 */
@Path("/internal/minute")
class MinuteResource {
    private static final Duration RUN = Duration.ofSeconds(20);

    private final FinishCancels cancels;
    private final WatchRates rates;
    private final ProbeBrokers probes;
    private final Clock clock;

    MinuteResource(FinishCancels cancels, WatchRates rates, ProbeBrokers probes, Clock clock) {
        this.cancels = cancels;
        this.rates = rates;
        this.probes = probes;
        this.clock = clock;
    }

    @POST
    @Operation(hidden = true)
    public void run(@HeaderParam("X-Forwarded-For") @Nullable String forwardedFor) {
        if (forwardedFor != null) {
            throw new NotFoundException();
        }
        Instant deadline = clock.instant().plus(RUN);
        // Beside each other: cancels to a broker that is down would leave no time to try it.
        List<Runnable> duties = List.of(() -> cancels.run(deadline), rates::run, probes::run);
        var _ =
                Beside.each(
                        duties,
                        duties.size(),
                        duty -> {
                            duty.run();
                            return true;
                        });
    }
}
