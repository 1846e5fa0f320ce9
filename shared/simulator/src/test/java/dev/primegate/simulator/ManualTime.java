package dev.primegate.simulator;

import dev.primegate.simulator.engine.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Time that stands until it is moved; what was planned for a moment happens on the way there. */
final class ManualTime extends Clock implements Timer {
    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparing(Plan::at).thenComparingLong(Plan::number));
    private Instant now = Instant.parse("2026-11-02T10:00:00Z");
    private long planned;

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        plans.add(new Plan(now.plus(delay), planned++, task));
    }

    /** Lets {@code time} pass. */
    void pass(Duration time) {
        Instant end = instant().plus(time);
        for (var next = next(end); next.isPresent(); next = next(end)) {
            next.get().task().run();
        }
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    private synchronized Optional<Plan> next(Instant end) {
        boolean due = !plans.isEmpty() && !plans.element().at().isAfter(end);
        now = due ? plans.element().at() : end;
        return due ? Optional.of(plans.remove()) : Optional.empty();
    }

    private record Plan(Instant at, long number, Runnable task) {}
}
