package dev.primegate.simulator.wire;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is to go wrong with the next orders: first what was asked for, then the swarm's draw. */
public final class Faults {
    private static final String HTML = "<html><body>Please wait a moment.</body></html>";

    private final Deque<Fault> asked = new ArrayDeque<>();
    private Swarm swarm = new Swarm(0, Map.of());

    /** The next {@code times} orders meet this fault, after those already asked for. */
    public synchronized void ask(Fault fault, int times) {
        asked.addAll(Collections.nCopies(times, fault));
    }

    public synchronized void unleash(Swarm next) {
        swarm = next;
    }

    public synchronized void clear() {
        asked.clear();
        swarm = new Swarm(0, Map.of());
    }

    public synchronized List<Fault> asked() {
        return List.copyOf(asked);
    }

    /** Lets {@code order} through, or not, or badly. */
    public Answer around(OrderPost order) {
        return next().map(fault -> strike(fault, order)).orElseGet(() -> order.take(null));
    }

    private synchronized Optional<Fault> next() {
        Optional<Fault> drawn = swarm.next();
        return asked.isEmpty() ? drawn : Optional.of(asked.remove());
    }

    private static Answer strike(Fault fault, OrderPost order) {
        return switch (fault.kind()) {
            case CUT_BEFORE_ACCEPT -> Answer.cut();
            case ERROR_BEFORE_ACCEPT -> order.refuse(500, "internal error");
            case REJECT -> order.refuse(400, fault.reason());
            case THROTTLE -> throttled(fault, order.refuse(429, "rate limit exceeded"));
            case FAIL_LATER -> order.take(fault.reason());
            case CUT_AFTER_ACCEPT -> taken(order, answer -> Answer.cut());
            case ERROR_AFTER_ACCEPT -> taken(order, answer -> order.refuse(500, "internal error"));
            case DELAY_AFTER_ACCEPT -> taken(order, answer -> answer.after(fault.delay()));
            case HTML_AFTER_ACCEPT -> taken(order, answer -> Answer.html(200, HTML));
            case HALF_BODY_AFTER_ACCEPT ->
                    taken(order, answer -> answer.ending(Answer.Ending.HALF));
            case TIMED_OUT_AFTER_ACCEPT ->
                    taken(order, answer -> order.refuse(400, "request timed out"));
        };
    }

    /** An order that was refused was not accepted, so nothing goes wrong after it. */
    private static Answer taken(OrderPost order, UnaryOperator<Answer> spoiling) {
        Answer answer = order.take(null);
        return answer.isSuccess() ? spoiling.apply(answer) : answer;
    }

    private static Answer throttled(Fault fault, Answer answer) {
        return fault.retryAfter() == null ? answer : answer.with("Retry-After", fault.retryAfter());
    }
}
