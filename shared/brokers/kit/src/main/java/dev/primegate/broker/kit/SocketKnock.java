package dev.primegate.broker.kit;

import dev.primegate.telemetry.Ticks;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Knocks over TCP. */
@Singleton
class SocketKnock implements Knock {
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Ticks ticks;

    SocketKnock(Ticks ticks) {
        this.ticks = ticks;
    }

    @Override
    public Optional<Duration> on(URI url) {
        try (Socket socket = new Socket()) {
            InetAddress host = InetAddress.getByName(url.getHost());
            long begun = ticks.nanos();
            socket.connect(new InetSocketAddress(host, port(url)), PATIENCE_MILLIS);
            return Optional.of(Duration.ofNanos(ticks.nanos() - begun));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equals("https") ? HTTPS : HTTP;
    }
}
