package dev.primegate.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One thing that was read from a store, and when. Whoever finds it old waits while it is read
 * again, and one reads for all; before that, it is read again beside the work.
 */
final class HeldSecret<T> {
    /** Read again from here on, while nobody waits. */
    static final Duration FRESH = Duration.ofMinutes(4);

    /** Never used from here on. */
    static final Duration STALE = Duration.ofMinutes(5);

    /** A store that failed, or that had nothing new, is left alone for this long. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(HeldSecret.class);

    private final String name;
    private final Supplier<T> store;
    private final Background background;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Optional<Read<T>> held = Optional.empty();
    private volatile Instant asked = Instant.MIN;

    HeldSecret(String name, Supplier<T> store, Background background) {
        this.name = name;
        this.store = store;
        this.background = background;
    }

    /** What is held, if it is young enough; otherwise what the store says now. */
    T at(Instant now) {
        Optional<T> young = within(STALE, now);
        if (young.isEmpty()) {
            return waited(now);
        }
        if (within(FRESH, now).isEmpty() && mayAsk(now)) {
            background.run(() -> refresh(now));
        }
        return young.get();
    }

    /** What the store says now, unless it was asked a moment ago. */
    T renewed(Instant now) {
        if (mayAsk(now)) {
            refresh(now);
        }
        return at(now);
    }

    private T waited(Instant now) {
        reading.lock();
        try {
            return within(STALE, now).orElseGet(() -> read(now));
        } finally {
            reading.unlock();
        }
    }

    /** Reads again if nobody does so already; a failure leaves what is held until it is stale. */
    private void refresh(Instant now) {
        if (!reading.tryLock()) {
            return;
        }
        try {
            if (mayAsk(now)) {
                var _ = read(now);
            }
        } catch (RuntimeException e) {
            LOG.warnf("secret=%s event=not-refreshed why=%s", name, e.getClass().getSimpleName());
        } finally {
            reading.unlock();
        }
    }

    private T read(Instant now) {
        asked = now;
        T value = store.get();
        held = Optional.of(new Read<>(value, now));
        return value;
    }

    private boolean mayAsk(Instant now) {
        return !now.isBefore(asked.equals(Instant.MIN) ? now : asked.plus(PATIENCE));
    }

    private Optional<T> within(Duration age, Instant now) {
        return held.filter(read -> now.isBefore(read.at().plus(age))).map(Read::value);
    }

    private record Read<T>(T value, Instant at) {}
}
