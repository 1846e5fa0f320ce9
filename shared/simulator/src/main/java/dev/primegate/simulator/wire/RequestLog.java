package dev.primegate.simulator.wire;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last requests, and how often each order was sent. */
public final class RequestLog {
    private static final int KEPT = 1_000;

    private final Deque<Seen> seen = new ArrayDeque<>();
    private final Map<String, Integer> posts = new HashMap<>();

    /**
     * One request.
     *
     * @param status of the answer; 0 if the connection was cut instead
     */
    public record Seen(Instant at, String method, String path, int status) {}

    public synchronized void note(Seen request) {
        if (seen.size() == KEPT) {
            seen.removeFirst();
        }
        seen.addLast(request);
    }

    /** Notes that a new order with this client id came in, whatever becomes of it. */
    public synchronized void notePost(String clientId) {
        posts.merge(clientId, 1, Integer::sum);
    }

    /** How many new orders with this client id came in. */
    public synchronized int posts(String clientId) {
        return posts.getOrDefault(clientId, 0);
    }

    /** Oldest first. */
    public synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    public synchronized void clear() {
        seen.clear();
        posts.clear();
    }
}
