package dev.primegate.simulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last requests, and how often each order was sent. */
public final class RequestLog {
    private static final int KEPT = 1_000;
    private static final String FILE = "posts.log";

    private final Deque<Seen> seen = new ArrayDeque<>();
    private final Map<String, Integer> posts = new HashMap<>();
    private final @Nullable Path file;

    /**
     * Begins with the posts that an earlier log left in {@code folder}, and leaves its own there.
     *
     * @param folder none keeps nothing
     */
    public RequestLog(@Nullable Path folder) {
        file = folder == null ? null : folder.resolve(FILE);
        if (file != null && Files.exists(file)) {
            io(() -> Files.readAllLines(file).forEach(this::count));
        }
    }

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
        count(clientId);
        if (file != null) {
            // Written is enough: it outlives the process, if not the machine.
            io(() -> {
                Files.createDirectories(file.getParent());
                Files.writeString(
                        file,
                        clientId + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            });
        }
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
        if (file != null) {
            io(() -> Files.deleteIfExists(file));
        }
    }

    private void count(String clientId) {
        posts.merge(clientId, 1, Integer::sum);
    }

    private static void io(FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator cannot keep its posts", e);
        }
    }

    /** Something done with the file. */
    private interface FileWork {
        void run() throws IOException;
    }
}
