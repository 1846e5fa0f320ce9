package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.RestApis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call goes to the address that was checked with its key, wherever an answer points. */
@QuarkusTest
@QuarkusTestResource(PrimeSimulated.class)
class RedirectTest {
    private static final PrimeKey KEY =
            new PrimeKey(
                    "a", "p", "s", "svc", "portfolio", Optional.empty(), PrimeKey.MarginVersion.V1);

    @Inject RestApis apis;

    private final AtomicInteger elsewhere = new AtomicInteger();
    private HttpServer other;
    private HttpServer server;
    private int status;

    @BeforeEach
    void start() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                exchange -> {
                    elsewhere.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        other.start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", url(other) + "/taken");
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        other.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int redirect) {
        status = redirect;
        PrimeApi api = apis.at(url(server), PrimeApi.class);
        byte[] order = "{}".getBytes(StandardCharsets.UTF_8);

        for (Answer answer :
                new Answer[] {
                    Answer.of(() -> api.openOrders("portfolio", signed("GET"))),
                    Answer.of(() -> api.createOrder("portfolio", signed("POST"), order))
                }) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Whole.class,
                            whole -> assertThat(whole.status()).isEqualTo(redirect));
        }
        assertThat(elsewhere).hasValue(0);
    }

    private static Signed signed(String method) {
        Map<String, String> headers =
                new PrimeSigner(KEY).headers(Instant.EPOCH, method, "/", "{}");
        return new Signed(headers);
    }

    private static URI url(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
