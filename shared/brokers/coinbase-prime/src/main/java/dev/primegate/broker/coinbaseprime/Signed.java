package dev.primegate.broker.coinbaseprime;

import jakarta.ws.rs.HeaderParam;
import java.util.Map;
import java.util.Objects;

/** The four headers that sign a call, as the REST client wants them. */
final class Signed {
    @HeaderParam(PrimeSigner.KEY)
    public final String accessKey;

    @HeaderParam(PrimeSigner.PASSPHRASE)
    public final String passphrase;

    @HeaderParam(PrimeSigner.TIMESTAMP)
    public final String timestamp;

    @HeaderParam(PrimeSigner.SIGNATURE)
    public final String signature;

    Signed(Map<String, String> headers) {
        accessKey = Objects.requireNonNull(headers.get(PrimeSigner.KEY));
        passphrase = Objects.requireNonNull(headers.get(PrimeSigner.PASSPHRASE));
        timestamp = Objects.requireNonNull(headers.get(PrimeSigner.TIMESTAMP));
        signature = Objects.requireNonNull(headers.get(PrimeSigner.SIGNATURE));
    }
}
