package dev.primegate.simulator.coinbaseprime;

import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.time.Clock;

/**
 * Lets in who signed as <a href="https://docs.cdp.coinbase.com/prime/rest-api/authentication">Prime
 * asks for</a>: over timestamp, method, path without query, and body.
 */
final class PrimeDoor {
    private final PrimeKeys keys;
    private final Clock clock;

    PrimeDoor(PrimeKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Returns if all is well.
     *
     * @throws RefusedException with status 401 otherwise
     */
    void check(Request request) {
        String key = header(request, "X-CB-ACCESS-KEY");
        String passphrase = header(request, "X-CB-ACCESS-PASSPHRASE");
        String timestamp = header(request, "X-CB-ACCESS-TIMESTAMP");
        String signed = header(request, "X-CB-ACCESS-SIGNATURE");
        PrimeCredentials credentials = keys.find(key);
        insist(passphrase.equals(credentials.passphrase()), "wrong passphrase");
        insist(PrimeSignature.isSeconds(timestamp), "timestamp must be whole Unix seconds");
        insist(
                PrimeSignature.isFresh(timestamp, clock.instant()),
                "timestamp is not within 30 seconds of the server's time");
        insist(
                new PrimeSignature(credentials.signingKey())
                        .matches(
                                signed,
                                timestamp + request.method() + request.path() + request.body()),
                "invalid signature");
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
