package dev.primegate.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Round trips over a real socket, by a clock that is told. */
class ProbeTest {
    private final Map<Integer, Integer> callsByPort = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    callsByPort.merge(exchange.getRemoteAddress().getPort(), 1, Integer::sum);
                    exchange.sendResponseHeaders(401, 2);
                    exchange.getResponseBody().write(new byte[2]);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @Proves("A9")
    void aRefusalIsAnAnswerAndOneConnectionServesAll() throws InterruptedException {
        AtomicLong ticks = new AtomicLong();

        RoundTrips trips = measured(() -> ticks.getAndAdd(1_000_000));

        assertThat(trips.took()).hasSize(10).containsOnly(Duration.ofMillis(1));
        assertThat(trips.lost()).isZero();
        assertThat(calls).as("with two to open the connection").hasValue(12);
        assertThat(callsByPort).hasSize(1);
    }

    @Test
    void whatDoesNotComeBackIsLost() throws InterruptedException {
        server.stop(0);

        RoundTrips trips = measured(System::nanoTime);

        assertThat(trips.took()).isEmpty();
        assertThat(trips.lost()).isEqualTo(10);
    }

    @Test
    @Proves("G9")
    void inARegionItAnswersWithItsReport() throws InterruptedException {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");

        Map<String, Object> report =
                new RegionHandler(Clock.fixed(at, ZoneOffset.UTC), Duration.ZERO)
                        .handle(
                                Map.of(
                                        "region",
                                        "eu-west-2",
                                        "samples",
                                        3,
                                        "endpoints",
                                        Map.of("one", url().toString())));

        assertThat(report).containsEntry("at", "" + at).containsEntry("region", "eu-west-2");
        assertThat((List<?>) report.get("endpoints"))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("broker", "one")
                .containsEntry("answers", 3)
                .containsKeys("minMicros", "p50Micros", "p95Micros", "p99Micros");
    }

    @Test
    void aRegionMustBeNamed() {
        assertThatThrownBy(() -> new RegionHandler().handle(Map.of("samples", 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private RoundTrips measured(LongSupplier nanos) throws InterruptedException {
        try (HttpClient client = RegionHandler.client()) {
            return new Probe(client, nanos, Duration.ZERO).measure(new Endpoint("one", url()), 10);
        }
    }

    private URI url() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }
}
