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
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker that packs what it may, and what it is sent. */
@QuarkusTest
@QuarkusTestResource(PrimeSimulated.class)
class PackedAnswerTest {
    @Inject RestApis apis;

    private static final PrimeKey KEY =
            new PrimeKey(
                    "a", "p", "s", "svc", "portfolio", Optional.empty(), PrimeKey.MarginVersion.V1);
    private static final String ANSWER = "{\"orders\":[]}";

    /** What came: whether the answer may be packed, how the request is, and its bytes. */
    private record Sent(String accepted, String packing, String body) {}

    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());

    private HttpServer server;
    private PrimeApi api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        api =
                apis.at(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        PrimeApi.class);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @Proves("L7")
    void whatIsReadMayBePacked() {
        Answer answer = Answer.of(() -> api.openOrders("portfolio", signed("GET", "")));

        assertThat(sent).containsExactly(new Sent("gzip", "null", ""));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Whole.class, whole -> assertThat(whole.body()).isEqualTo(ANSWER));
    }

    @Test
    @Proves("L7")
    void whatIsSentIsTheBytesThatWereSigned() {
        String order = "{\"product_id\":\"BTC-USD\",\"side\":\"BUY\"}" + " ".repeat(4_000);

        Answer answer =
                Answer.of(() ->
                        api.createOrder(
                                "portfolio",
                                signed("POST", order),
                                order.getBytes(StandardCharsets.UTF_8)));

        assertThat(sent).containsExactly(new Sent("null", "null", order));
        assertThat(answer).isInstanceOf(Answer.Whole.class);
    }

    private static Signed signed(String method, String body) {
        return new Signed(new PrimeSigner(KEY).headers(Instant.EPOCH, method, "/", body));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        String accepted = String.valueOf(headers.getFirst("Accept-Encoding"));
        sent.add(
                new Sent(
                        accepted,
                        String.valueOf(headers.getFirst("Content-Encoding")),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        boolean packs = accepted.equals("gzip");
        if (packs) {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream plain = exchange.getResponseBody();
                OutputStream out = packs ? new GZIPOutputStream(plain) : plain) {
            out.write(ANSWER.getBytes(StandardCharsets.UTF_8));
        }
        exchange.close();
    }
}
