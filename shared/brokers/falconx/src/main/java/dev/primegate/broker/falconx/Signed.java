package dev.primegate.broker.falconx;

import jakarta.ws.rs.HeaderParam;
import java.util.Map;
import java.util.Objects;

/** The four headers that sign a call, as the REST client wants them. */
final class Signed {
    @HeaderParam(FalconXSigner.KEY)
    public final String apiKey;

    @HeaderParam(FalconXSigner.PASSPHRASE)
    public final String passphrase;

    @HeaderParam(FalconXSigner.TIMESTAMP)
    public final String timestamp;

    @HeaderParam(FalconXSigner.SIGNATURE)
    public final String signature;

    Signed(Map<String, String> headers) {
        apiKey = Objects.requireNonNull(headers.get(FalconXSigner.KEY));
        passphrase = Objects.requireNonNull(headers.get(FalconXSigner.PASSPHRASE));
        timestamp = Objects.requireNonNull(headers.get(FalconXSigner.TIMESTAMP));
        signature = Objects.requireNonNull(headers.get(FalconXSigner.SIGNATURE));
    }
}
