package dev.primegate.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers the first request of all and keeps its connection, then cuts every connection that brings
 * another: where HTTP clients like to send again by themselves.
 */
public final class DyingServer implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger requests = new AtomicInteger();

    private DyingServer(ServerSocket server) {
        this.server = server;
    }

    /** Answers with {@code status} and an empty object. */
    public static DyingServer answering(int status) {
        try {
            DyingServer started =
                    new DyingServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            var _ = Thread.ofVirtual().start(() -> started.serve(status));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** How many came. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(int status) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII));
                while (readRequest(in) && requests.incrementAndGet() == 1) {
                    socket.getOutputStream()
                            .write(
                                    "HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                                            .formatted(status)
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
