package dev.primegate.broker.falconx;

import dev.primegate.runtime.Secret;
import java.util.Base64;

/** One API key of FalconX. Its secret is base64: the bytes that sign are what it decodes to. */
record FalconXKey(String apiKey, String passphrase, String secret) {

    static FalconXKey of(Secret secret) {
        return new FalconXKey(secret.get("apiKey"), secret.get("passphrase"), secret.get("secret"));
    }

    byte[] signingBytes() {
        return Base64.getDecoder().decode(secret);
    }

    @Override
    public String toString() {
        return "FalconXKey[***]";
    }
}
