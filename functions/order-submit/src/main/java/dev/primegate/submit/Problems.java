package dev.primegate.submit;

import dev.primegate.risk.FailureLog;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way a request can end badly, as a problem. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    private final FailureLog failures;
    private final Clock clock;

    Problems(FailureLog failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> refused(ProblemException e) {
        ResponseBuilder<Problem> answer = answer(e.problem());
        e.location().ifPresent(at -> answer.header("Location", at));
        return answer.build();
    }

    /** No such path, method or media type. */
    @ServerExceptionMapper
    public RestResponse<Problem> http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        String code =
                switch (status) {
                    case 404 -> "not-found";
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 415 -> "unsupported-media-type";
                    default -> "http-" + status;
                };
        return answer(Problem.of(status, code, "The request cannot be served", "HTTP " + status))
                .build();
    }

    /** A bug, or a store that does not answer; its words stay in the log. */
    @ServerExceptionMapper
    public RestResponse<Problem> failed(RuntimeException e, ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.POST)
                && request.getUriInfo().getPath().startsWith("/v1/orders")) {
            count();
        }
        return answer(internal(e)).build();
    }

    /** One order of a batch, whose end, however bad, is not the end of the others. */
    static BatchResults.Result guard(Supplier<BatchResults.Result> one) {
        try {
            return one.get();
        } catch (ProblemException e) {
            return BatchResults.Result.of(e.problem());
        } catch (RuntimeException e) {
            return BatchResults.Result.of(internal(e));
        }
    }

    private static Problem internal(RuntimeException e) {
        LOG.error("event=request-failed", e);
        return Problem.of(
                500,
                "internal",
                "Something is broken here",
                "ask for the order by its clOrdId before sending it again");
    }

    /** Only submissions: too many of them halt trading, and a failing list must not. */
    private void count() {
        try {
            failures.record(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("event=failure-not-counted", e);
        }
    }

    private static ResponseBuilder<Problem> answer(Problem problem) {
        return ResponseBuilder.<Problem>create(problem.status()).entity(problem).type(MEDIA_TYPE);
    }
}
