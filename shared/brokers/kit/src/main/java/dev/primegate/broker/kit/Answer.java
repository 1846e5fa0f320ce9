package dev.primegate.broker.kit;

import dev.primegate.runtime.RetryAfter;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What came back from one HTTP call to a broker, read to its end or known to have failed. */
public sealed interface Answer {
    /** Longer than any message a person will read; brokers' words are cut to this. */
    int LONGEST_TEXT = 500;

    /**
     * A whole answer.
     *
     * @param date the broker's clock, when it said so
     * @param retryAfter how long it asks to be left alone, when it said so
     * @param retirement that what was called will go, when it said so
     */
    record Whole(
            int status,
            String body,
            Optional<Instant> date,
            Optional<Duration> retryAfter,
            Optional<String> retirement)
            implements Answer {
        private static final int TOO_MANY = 429;
        private static final int FIRST_SERVER_ERROR = 500;

        /** An answer of what is there to stay. */
        public Whole(
                int status, String body, Optional<Instant> date, Optional<Duration> retryAfter) {
            this(status, body, date, retryAfter, Optional.empty());
        }

        /** Whether it says that it is called too often. */
        public boolean isThrottled() {
            return status == TOO_MANY;
        }

        public boolean isServerError() {
            return status >= FIRST_SERVER_ERROR;
        }
    }

    /** The call was not made: the broker's rate does not allow it now. */
    record Held(String why) implements Answer {}

    /** No byte of the request left. */
    record Unsent(String why) implements Answer {}

    /** It may have left; what came back was nothing, or broken off. */
    record Broken(String why) implements Answer {}

    /** Makes {@code call}, once, and reads its answer whatever the status. */
    static Answer of(Supplier<Response> call) {
        try (Response response = call.get()) {
            return whole(response);
        } catch (WebApplicationException e) {
            return failed(e.getResponse());
        } catch (ProcessingException e) {
            return Doubt.isProvablyUnsent(e)
                    ? new Unsent(Doubt.describe(e))
                    : new Broken(Doubt.describe(e));
        } catch (RuntimeException e) {
            // The client wraps not everything; once a call was begun, whatever failed is doubt.
            return new Broken(Doubt.describe(e));
        }
    }

    /** {@code text} cut to what we keep of a broker's words. */
    static String clip(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }

    private static Answer failed(Response response) {
        try (response) {
            return whole(response);
        } catch (RuntimeException e) {
            return new Broken(Doubt.describe(e));
        }
    }

    private static Whole whole(Response response) {
        String body = Body.read(response);
        String date = response.getHeaderString("Date");
        return new Whole(
                response.getStatus(),
                body,
                RetryAfter.date(date),
                RetryAfter.of(response.getHeaderString("Retry-After"), date),
                Retirements.words(
                        response.getHeaderString("Deprecation"),
                        response.getHeaderString("Sunset")));
    }
}
