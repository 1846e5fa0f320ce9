package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.CallDeadline;
import dev.primegate.proof.Proves;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a wire can do to the answer of an order: each is doubt, soon, and no second send. */
@QuarkusTest
@QuarkusTestResource(PrimeSimulated.class)
class WireFaultsTest {
    private static final PrimeKey KEY =
            new PrimeKey(
                    "a", "p", "s", "svc", "portfolio", Optional.empty(), PrimeKey.MarginVersion.V1);
    private static final byte[] BODY = "{\"order\":1}".getBytes(StandardCharsets.UTF_8);
    private static final String HEAD = "HTTP/1.1 %s\r\nContent-Type: application/json\r\n%s\r\n";

    private final AtomicInteger posts = new AtomicInteger();

    enum Fault {
        RESET,
        CLOSED,
        SILENCE,
        HALF_A_HEAD,
        HALF_A_BODY,
        HALF_A_CHUNK,
        SLOW_DRIP,
        NO_HTTP,
        HTML,
        MOVED,
        SERVER_ERROR,
        TIMED_OUT_BUT_PLACED
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Proves({"E2", "X14", "X15", "X60"})
    void isDoubtAndTheOrderIsSentOnce(Fault fault) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, fault));
            PrimeApi api =
                    QuarkusRestClientBuilder.newBuilder()
                            .baseUri(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                            .connectTimeout(500, TimeUnit.MILLISECONDS)
                            .readTimeout(1_000, TimeUnit.MILLISECONDS)
                            .followRedirects(false)
                            .build(PrimeApi.class);
            Signed signed =
                    new Signed(new PrimeSigner(KEY).headers(Instant.EPOCH, "POST", "/", ""));
            Answer answer = new CallDeadline().of(() -> api.createOrder("portfolio", signed, BODY));

            SendOutcome outcome =
                    answer instanceof Answer.Whole whole
                            ? PrimeAnswers.toCreate(whole)
                            : new SendOutcome.Unknown(answer.toString());
            assertThat(answer).isNotInstanceOf(Answer.Unsent.class);
            assertThat(outcome).isInstanceOf(SendOutcome.Unknown.class);
            assertThat(posts).hasValue(1);
        }
    }

    private void serve(ServerSocket server, Fault fault) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                read(socket);
                posts.incrementAndGet();
                answer(fault, socket);
            } catch (IOException _) {
                // Cut from the other side, or the test is over.
            }
        }
    }

    private static void answer(Fault fault, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (fault) {
            case RESET -> socket.setSoLinger(true, 0);
            case CLOSED -> {}
            case SILENCE -> LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
            case HALF_A_HEAD -> write(out, "HTTP/1.1 200 OK\r\nContent-Ty");
            case HALF_A_BODY -> write(out, head("200 OK", 30) + "{\"order_id\":\"p-");
            case HALF_A_CHUNK ->
                    write(
                            out,
                            HEAD.formatted("200 OK", "Transfer-Encoding: chunked\r\n")
                                    + "1e\r\n{\"order_id\":\"p-");
            case SLOW_DRIP -> {
                // Until the other side hangs up: without a deadline this would not end in an hour.
                write(out, head("200 OK", 36_000));
                for (int i = 0; i < 36_000; i++) {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                    write(out, " ");
                }
            }
            case NO_HTTP -> write(out, "220 mail.example.com ESMTP\r\n");
            case HTML -> write(out, head("200 OK", 13) + "<html></html>");
            case SERVER_ERROR ->
                    write(out, head("503 Service Unavailable", 20) + "{\"message\":\"later\"}");
            case MOVED ->
                    write(
                            out,
                            HEAD.formatted(
                                    "307 Temporary Redirect",
                                    "Location: /elsewhere\r\nContent-Length: 0\r\n"));
            case TIMED_OUT_BUT_PLACED ->
                    write(out, head("400 Bad Request", 31) + "{\"message\":\"request timed out\"}");
        }
    }

    private static String head(String status, int length) {
        return HEAD.formatted(status, "Content-Length: %d\r\n".formatted(length));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void read(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        long _ = in.skip(BODY.length);
    }
}
