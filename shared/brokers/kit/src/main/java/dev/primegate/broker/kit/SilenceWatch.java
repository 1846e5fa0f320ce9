package dev.primegate.broker.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Tells when nothing has come over a connection for too long. */
final class SilenceWatch {
    private final Duration longest;
    private final Runnable silent;
    private final AtomicReference<CompletableFuture<Void>> wait =
            new AtomicReference<>(new CompletableFuture<>());

    SilenceWatch(Duration longest, Runnable silent) {
        this.longest = longest;
        this.silent = silent;
    }

    /** Something came: the wait begins anew. */
    void heard() {
        CompletableFuture<Void> next =
                new CompletableFuture<Void>().orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
        var _ =
                next.whenComplete((_, failure) -> {
                    if (failure instanceof TimeoutException) {
                        silent.run();
                    }
                });
        var _ = wait.getAndSet(next).cancel(false);
    }

    void stop() {
        var _ = wait.get().cancel(false);
    }
}
