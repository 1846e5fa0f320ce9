package dev.primegate.probe;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Measures round trips as an order meets them: a GET over a connection that is open already. No key
 * is sent; a refusal is an answer as well. What the broker takes to refuse is part of the time.
 */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Opening a connection is several round trips, and is not counted. */
    private static final int WARM_UP = 2;

    private final HttpClient client;
    private final LongSupplier nanos;
    private final Duration pause;

    /**
     * With {@code client} that is closed by whoever made it.
     *
     * @param nanos a clock that never goes back
     * @param pause between two calls; each broker counts calls
     */
    public Probe(HttpClient client, LongSupplier nanos, Duration pause) {
        this.client = client;
        this.nanos = nanos;
        this.pause = pause;
    }

    /** Asks {@code samples} times; what is not answered within five seconds is lost. */
    public RoundTrips measure(Endpoint endpoint, int samples) throws InterruptedException {
        List<Duration> took = new ArrayList<>();
        int lost = 0;
        for (int i = -WARM_UP; i < samples; i++) {
            long begun = nanos.getAsLong();
            boolean answered = answers(endpoint);
            Duration time = Duration.ofNanos(nanos.getAsLong() - begun);
            if (i >= 0 && answered) {
                took.add(time);
            } else if (i >= 0) {
                lost++;
            }
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
        return new RoundTrips(endpoint, took, lost);
    }

    private boolean answers(Endpoint endpoint) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint.url())
                        .timeout(PATIENCE)
                        .header("User-Agent", "primegate-probe")
                        .build();
        try {
            // To the end, or the connection is not used again.
            client.send(request, HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            // Lost is what is counted; why is the network's.
            return false;
        }
    }
}
