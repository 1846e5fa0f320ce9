package dev.primegate.simulator.pager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** One that is told of alerts: takes what it is sent and shows it, or fails as it was asked to. */
public final class Destination implements HttpHandler {
    private final Clock clock;
    private final int status;
    private final String thanks;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();

    /** It says {@code thanks} with {@code status} for what it takes. */
    Destination(Clock clock, int status, String thanks) {
        this.clock = clock;
        this.status = status;
        this.thanks = thanks;
    }

    /** What becomes of the next calls, one by one; then it takes what it is sent again. */
    public void plan(Collection<Fault> next) {
        faults.addAll(next);
    }

    /** The same, and what was planned before is forgotten. */
    void planOnly(Collection<Fault> next) {
        faults.clear();
        faults.addAll(next);
    }

    /** Everything that was sent, in the order of its arrival, taken or not. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The bodies of what it has. */
    public List<String> taken() {
        return calls.stream().filter(Call::isTaken).map(Call::body).toList();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (body.isEmpty()) {
                Answers.send(exchange, 200, String.join("\n", taken()));
                return;
            }
            Fault fault = Objects.requireNonNullElse(faults.poll(), Fault.NONE);
            calls.add(new Call(clock.instant(), headers(exchange), body, fault));
            answer(exchange, fault);
        }
    }

    private void answer(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case NONE -> Answers.send(exchange, status, thanks);
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                Answers.send(exchange, 429, "slow down");
            }
            case BROKEN -> Answers.send(exchange, 503, "out of order");
            case GONE, MUTE -> {} // Closed without a word.
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                header -> header.getKey().toLowerCase(Locale.ROOT),
                                header -> String.join(", ", header.getValue())));
    }
}
