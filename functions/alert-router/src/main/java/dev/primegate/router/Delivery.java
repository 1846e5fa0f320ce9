package dev.primegate.router;

import dev.primegate.runtime.RetryAfter;
import dev.primegate.runtime.Squares;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;

/** One call to a destination, and what its answer means; three times more if it is busy. */
@ApplicationScoped
class Delivery {
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /**
     * Makes the call, again after 1, 4 and 9 s while there is hope.
     *
     * @param troubled is run before each wait
     * @return what the answer holds
     * @throws BusyException if it may succeed later: 429, 5xx, no connection, no answer
     * @throws NotToldException if the destination refuses for good
     */
    @Retry(
            maxRetries = 3,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            jitter = Squares.JITTER_MILLIS,
            retryOn = BusyException.class)
    @CustomBackoff(Squares.class)
    String to(String destination, Supplier<Response> call, Runnable troubled) {
        try {
            return once(destination, call);
        } catch (BusyException e) {
            troubled.run();
            throw e;
        }
    }

    /** As {@link #to}, for what is no call by HTTP and throws {@link BusyException} itself. */
    @Retry(
            maxRetries = 3,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            jitter = Squares.JITTER_MILLIS,
            retryOn = BusyException.class)
    @CustomBackoff(Squares.class)
    void run(Runnable call, Runnable troubled) {
        try {
            call.run();
        } catch (BusyException e) {
            troubled.run();
            throw e;
        }
    }

    private static String once(String destination, Supplier<Response> call) {
        try (Response response = call.get()) {
            judge(destination, response);
            return response.hasEntity() ? response.readEntity(String.class) : "";
        } catch (WebApplicationException e) {
            judge(destination, e.getResponse());
            throw e;
        } catch (ProcessingException e) {
            // Its message may hold the address, and Slack's address is a secret.
            throw new BusyException(destination, kindOf(e), Duration.ZERO);
        }
    }

    private static void judge(String destination, Response response) {
        int status = response.getStatus();
        if (status == TOO_MANY || status >= SERVER_ERROR) {
            throw new BusyException(destination, "answered " + status, after(response));
        }
        if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            throw new NotToldException(destination, "answered " + status);
        }
    }

    private static Duration after(Response response) {
        return RetryAfter.of(
                        response.getHeaderString("Retry-After"), response.getHeaderString("Date"))
                .orElse(Duration.ZERO);
    }

    private static String kindOf(ProcessingException e) {
        return e.getCause() == null
                ? "did not answer"
                : "did not answer: " + e.getCause().getClass().getSimpleName();
    }
}
