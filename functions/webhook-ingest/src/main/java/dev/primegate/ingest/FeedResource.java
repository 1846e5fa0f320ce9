package dev.primegate.ingest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Where the schedule starts the feeds. It has no route in API Gateway, and looks as if it were not
 * there to whoever comes through one.
 */
@Path("/internal/feeds")
class FeedResource {
    private final RunFeeds runFeeds;
    private final FeedsConfig config;
    private final Clock clock;

    FeedResource(RunFeeds runFeeds, FeedsConfig config, Clock clock) {
        this.runFeeds = runFeeds;
        this.config = config;
        this.clock = clock;
    }

    /** Returns when the time of this run is up; the next run takes over from the cursor. */
    @POST
    @Blocking
    public void run(@HeaderParam("X-Forwarded-For") @Nullable String forwardedFor)
            throws InterruptedException {
        if (forwardedFor != null) {
            throw new NotFoundException();
        }
        runFeeds.run(clock.instant().plus(config.runFor()));
    }
}
