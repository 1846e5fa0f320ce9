package dev.primegate.submit;

import dev.primegate.watch.AskedJob;
import dev.primegate.watch.JobAsk;
import dev.primegate.watch.JobAsks;
import dev.primegate.watch.JobRuns;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Has books compared before their time. This function starts nothing: it holds keys that trade, and
 * may not call the one that compares. It writes down what is wanted, and that one looks each
 * minute.
 */
@Path("/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
class RunResource {
    private static final Logger LOG = Logger.getLogger(RunResource.class);

    private static final String KNOWN =
            Arrays.stream(AskedJob.values())
                    .map(AskedJob::id)
                    .collect(Collectors.joining(", ", "one of ", ""));

    private final JobAsks asks;
    private final JobRuns runs;
    private final Access access;
    private final Clock clock;

    RunResource(JobAsks asks, JobRuns runs, Access access, Clock clock) {
        this.asks = asks;
        this.runs = runs;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listRuns",
            summary = "When each comparison of books last ended well, and which are asked for")
    @ProblemResponses
    public RunList list(@Context SecurityContext security) {
        access.caller(security, Role.OPERATE);
        return RunList.of(runs.all(), asks.open());
    }

    @POST
    @Path("/{job}")
    @Operation(
            operationId = "askForRun",
            summary = "Have books compared now, and not when the schedule has it",
            description =
                    "It begins within a minute. It has ended when it is asked for no longer. To ask"
                            + " again while it runs has it run once more.")
    @APIResponse(responseCode = "202", description = "It is written down that it is wanted")
    @ProblemResponses
    public RestResponse<RunView> ask(@RestPath String job, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.OPERATE);
        AskedJob wanted = Parameters.required("job", KNOWN, job, RunResource::wanted);
        JobAsk ask = new JobAsk(wanted, caller.name(), clock.instant());
        asks.ask(ask);
        LOG.infof("job=%s by=%s event=run-asked-for", wanted.id(), caller.name());
        return RestResponse.status(
                RestResponse.Status.ACCEPTED, RunView.of(wanted, runs.all(), List.of(ask)));
    }

    private static AskedJob wanted(String job) {
        return Arrays.stream(AskedJob.values())
                .filter(one -> one.id().equals(job))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(job));
    }
}
