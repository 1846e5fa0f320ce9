package dev.primegate.broker.kit;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

/** What a failed call says about whether its bytes left. */
public final class Doubt {
    private static final int DEEPEST = 10;

    private Doubt() {}

    /**
     * Whether no byte of the request can have reached the broker: no address, no connection, no
     * TLS, no place in the pool. All else, a reset on a kept connection included, may have arrived.
     */
    public static boolean isProvablyUnsent(Throwable failure) {
        return causes(failure).stream()
                .anyMatch(cause ->
                        cause instanceof ConnectException
                                || cause instanceof UnknownHostException
                                || cause instanceof SSLHandshakeException
                                || cause instanceof ConnectionPoolTooBusyException);
    }

    /** The failure in one line: kinds only, since messages may quote what was sent. */
    public static String describe(Throwable failure) {
        return String.join(
                " < ",
                causes(failure).stream().map(cause -> cause.getClass().getSimpleName()).toList());
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure;
                cause != null && causes.size() < DEEPEST;
                cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
