package dev.primegate.router;

import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.faulttolerance.Retry;

/** One call to a destination, and what its answer means; three times more if it is busy. */
@ApplicationScoped
class Delivery {
    /** Either way. */
    static final int JITTER_MILLIS = 200;

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");

    /**
     * Makes the call, again after 1, 4 and 9 s while there is hope.
     *
     * @throws BusyException if it may succeed later: 429, 5xx, no connection, no answer
     * @throws NotToldException if the destination refuses for good
     */
    @Retry(
            maxRetries = 3,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            jitter = JITTER_MILLIS,
            retryOn = BusyException.class)
    @CustomBackoff(Squares.class)
    void to(String destination, Supplier<Response> call) {
        try (Response response = call.get()) {
            judge(destination, response);
        } catch (WebApplicationException e) {
            judge(destination, e.getResponse());
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
        return Optional.ofNullable(response.getHeaderString("Retry-After"))
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    private static String kindOf(ProcessingException e) {
        return e.getCause() == null
                ? "did not answer"
                : "did not answer: " + e.getCause().getClass().getSimpleName();
    }
}
