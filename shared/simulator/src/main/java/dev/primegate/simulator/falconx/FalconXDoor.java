package dev.primegate.simulator.falconx;

import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.time.Clock;

/** Lets in who signed timestamp, method, path <em>with its query</em>, and body. */
final class FalconXDoor {
    private final FalconXCredentials credentials;
    private final FalconXSignature signature;
    private final Clock clock;

    FalconXDoor(FalconXCredentials credentials, Clock clock) {
        this.credentials = credentials;
        this.signature = new FalconXSignature(credentials.secret());
        this.clock = clock;
    }

    /**
     * Returns if all is well.
     *
     * @throws RefusedException with status 401 otherwise
     */
    void check(Request request) {
        String key = header(request, "FX-ACCESS-KEY");
        String passphrase = header(request, "FX-ACCESS-PASSPHRASE");
        String timestamp = header(request, "FX-ACCESS-TIMESTAMP");
        String signed = header(request, "FX-ACCESS-SIGN");
        insist(key.equals(credentials.apiKey()), "unknown API key");
        insist(passphrase.equals(credentials.passphrase()), "wrong passphrase");
        insist(FalconXSignature.isSeconds(timestamp), "timestamp must be Unix seconds");
        insist(
                FalconXSignature.isFresh(timestamp, clock.instant()),
                "timestamp is not within 30 seconds of the server's time");
        insist(
                signature.matches(
                        signed, timestamp + request.method() + target(request) + request.body()),
                "invalid signature");
    }

    private static String target(Request request) {
        String query = request.query().raw();
        return query.isEmpty() ? request.path() : request.path() + "?" + query;
    }

    private static String header(Request request, String name) {
        return request.header(name)
                .orElseThrow(() -> new RefusedException(401, "missing header " + name));
    }

    private static void insist(boolean fine, String complaint) {
        if (!fine) {
            throw new RefusedException(401, complaint);
        }
    }
}
