package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.RestApis;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Calls to the broker share connections. */
@QuarkusTest
@QuarkusTestResource(PrimeSimulated.class)
class ConnectionReuseTest {
    @Inject RestApis apis;

    private static final int CALLS = 100;
    private static final PrimeKey KEY =
            new PrimeKey(
                    "a", "p", "s", "svc", "portfolio", Optional.empty(), PrimeKey.MarginVersion.V1);

    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();

    @Test
    @Proves("L6")
    void ofAHundredCallsNinetyFiveFindAConnectionThatIsOpen() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        try {
            PrimeApi api =
                    apis.at(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                            PrimeApi.class);
            Signed signed = new Signed(new PrimeSigner(KEY).headers(Instant.EPOCH, "GET", "/", ""));

            for (int i = 0; i < CALLS; i++) {
                assertThat(Answer.of(() -> api.openOrders("portfolio", signed)))
                        .isInstanceOf(Answer.Whole.class);
            }
        } finally {
            server.stop(0);
        }
        assertThat(connections).hasSizeLessThanOrEqualTo(CALLS / 20);
    }

    private void answer(HttpExchange exchange) throws IOException {
        connections.add(exchange.getRemoteAddress());
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
