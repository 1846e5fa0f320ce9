package dev.primegate.simulation.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time, and what happens in it. Product code runs in tasks as plain blocking code; one task
 * runs at a time, and whose turn it is depends on the seed alone.
 */
public final class World {
    public static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final int STILL_MILLIS = 40_000;
    private static final int LONGEST_STILL_MILLIS = 240_000;

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final SplittableRandom random;
    private final Trace trace;
    private Crashes crashes = new Crashes.Never();
    private long nanos;
    private long scheduled;
    private @Nullable Task running;

    public World(long seed, Trace trace) {
        this.random = new SplittableRandom(seed);
        this.trace = trace;
    }

    /** Who dies when; nobody, unless this is set. */
    public void crashes(Crashes rule) {
        crashes = rule;
    }

    public SplittableRandom random() {
        return random;
    }

    /** True time. */
    public Instant now() {
        return START.plusNanos(nanos);
    }

    /** True time, for whoever has no clock of his own. */
    public Clock trueClock() {
        return new WorldClock(this::now);
    }

    /** The time as the running task sees it. */
    public Clock taskClock() {
        return new WorldClock(() -> running == null ? now() : now().plus(running.skew));
    }

    /** Lets {@code happening} happen after {@code delay}, whatever becomes of who planned it. */
    public void later(Duration delay, Runnable happening) {
        events.add(new Event(nanos + delay.toNanos(), scheduled++, happening));
    }

    /** Begins a task after {@code delay}, with a clock that is {@code skew} ahead. */
    public Task start(String name, Duration delay, Duration skew, Runnable body) {
        Task task = new Task(name, skew, () -> guarded(body));
        later(delay, () -> resume(task));
        return task;
    }

    /** The running task goes on after {@code length}. */
    public void sleep(Duration length) {
        var _ = await(new Reply<Boolean>(), length);
    }

    /**
     * The running task stands still for 5 to 45 s, or, once in six, until any fence lies behind.
     */
    public void standStill() {
        int most = random.nextInt(6) == 0 ? LONGEST_STILL_MILLIS : STILL_MILLIS;
        sleep(Duration.ofMillis(5_000 + random.nextInt(most)));
    }

    /** The running task waits for {@code reply}, at most so long. */
    public <T> Optional<T> await(Reply<T> reply, Duration patience) {
        Task task = task();
        long wait = task.nextWait();
        Runnable wake =
                () -> {
                    if (task.waitsFor(wait)) {
                        resume(task);
                    }
                };
        if (reply.value().isPresent()) {
            later(Duration.ZERO, wake);
        } else {
            reply.whenThere(() -> later(Duration.ZERO, wake));
            later(patience, wake);
        }
        running = null;
        task.yieldTurn();
        var _ = task.nextWait();
        if (task.isKilled()) {
            throw new Crash(task.name);
        }
        return reply.value();
    }

    /**
     * A step of the running task towards the outside: the only places where it can die.
     *
     * @param port what is called, for the trace
     */
    public void step(String port) {
        Task task = task();
        if (!task.isKilled() && crashes.dies(task.name, port)) {
            task.kill();
        }
        note(task.isKilled() ? task.name + " dies before " + port : task.name + " " + port);
        if (task.isKilled()) {
            throw new Crash(task.name);
        }
    }

    /** Writes {@code line} into the trace. */
    public void note(String line) {
        trace.add(nanos, line);
    }

    /** Lets things happen until there is nothing left to happen, or {@code end} comes. */
    public void run(Instant end) {
        while (!events.isEmpty() && !now().isAfter(end)) {
            Event next = events.remove();
            nanos = Math.max(nanos, next.at);
            next.happening.run();
        }
    }

    /** What tasks threw that nobody foresaw. */
    public List<Throwable> failures() {
        return failures;
    }

    private Task task() {
        if (running == null) {
            throw new IllegalStateException("no task is running");
        }
        return running;
    }

    private void resume(Task task) {
        if (!task.hasEnded()) {
            running = task;
            task.giveTurn();
            running = null;
        }
    }

    private void guarded(Runnable body) {
        try {
            body.run();
        } catch (Crash _) {
            return; // It was meant to die; whoever waits for it will see that it did.
        } catch (RuntimeException | Error e) {
            failures.add(e);
        }
    }

    private record Event(long at, long number, Runnable happening) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    private static final class WorldClock extends Clock {
        private final Supplier<Instant> time;

        WorldClock(Supplier<Instant> time) {
            this.time = time;
        }

        @Override
        public Instant instant() {
            return time.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
