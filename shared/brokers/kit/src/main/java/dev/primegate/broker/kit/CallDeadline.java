package dev.primegate.broker.kit;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Waits for a call on a thread of its own, and no longer than that. The client's time-outs are not
 * enough: its read time-out begins anew with each byte, so an answer that drips would hold an order
 * until the function is stopped.
 */
@Singleton
@Typed(CallDeadline.class) // What calls are made through is around it.
public class CallDeadline implements Deadline {
    /** More than its time-outs to connect and to be answered come to together. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private final Duration longest;

    public CallDeadline() {
        this(LONGEST);
    }

    CallDeadline(Duration longest) {
        this.longest = longest;
    }

    @Override
    public Answer of(Supplier<Response> call) {
        FutureTask<Answer> task = new FutureTask<>(() -> Answer.of(call));
        var _ = Thread.ofVirtual().name("broker-call").start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            boolean _ = task.cancel(true);
            return new Answer.Broken("no whole answer within " + longest.toMillis() + " ms");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error; // Of this process, not of the call.
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Broken("the function is being stopped");
        }
    }
}
