package dev.primegate.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class Ports {
    private Ports() {}

    /**
     * The port to listen on for {@code asked}: itself, or any free one for 0.
     *
     * @throws TakenException if somebody listens there
     */
    static int free(int asked, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), asked));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new TakenException(
                    "port %d is in use; choose another with %s N, or any with %s 0"
                            .formatted(asked, option, option),
                    e);
        }
    }

    static final class TakenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TakenException(String message, IOException cause) {
            super(message, cause);
        }
    }
}
