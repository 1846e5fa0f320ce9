package dev.primegate.broker.falconx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.RestApis;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A kept connection that dies under a request is where HTTP clients like to send again. Ours must
 * not: the first bytes may have arrived.
 */
@QuarkusTest
@QuarkusTestResource(FalconXSimulated.class)
class NoResendTest {
    @Inject RestApis apis;

    private static final FalconXKey KEY = new FalconXKey("a", "p", "c2VjcmV0");
    private static final byte[] BODY = "{\"order\":1}".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger posts = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Proves("X15")
    void aKeptConnectionThatDiesUnderARequestIsDoubtAndNoSecondSend(boolean quoted)
            throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server));
            FalconXApi api =
                    apis.at(
                            URI.create("http://127.0.0.1:" + server.getLocalPort()),
                            FalconXApi.class);

            assertThat(post(api, quoted)).isInstanceOf(Answer.Whole.class);
            assertThat(post(api, quoted)).isInstanceOf(Answer.Broken.class);

            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(posts.get()).isEqualTo(2);
        }
    }

    private static Answer post(FalconXApi api, boolean quoted) {
        Signed signed = new Signed(new FalconXSigner(KEY).headers(Instant.EPOCH, "POST", "/", ""));
        return Answer.of(
                () -> quoted ? api.execute("v3", signed, BODY) : api.order("v3", signed, BODY));
    }

    /** Answers the first request of all, and cuts every connection that brings another. */
    private void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII));
                while (readRequest(in)) {
                    if (posts.incrementAndGet() > 1) {
                        break;
                    }
                    socket.getOutputStream()
                            .write(
                                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                                            .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException _) {
                // Cut from the other side, or the test is over.
            }
        }
    }

    private static boolean readRequest(BufferedReader in) throws IOException {
        int length = 0;
        String line = in.readLine();
        if (line == null) {
            return false;
        }
        while (line != null && !line.isEmpty()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
            line = in.readLine();
        }
        return in.skip(length) == length;
    }
}
