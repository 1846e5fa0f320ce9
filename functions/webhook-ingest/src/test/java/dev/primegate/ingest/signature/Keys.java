package dev.primegate.ingest.signature;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Keys that nobody has signed with. */
final class Keys {
    private Keys() {}

    /** A key of the kind that {@code scheme} takes. */
    static String another(Scheme scheme) {
        return switch (scheme) {
            case BVNK_ECDSA -> publicKey("EC");
            case BINANCE_CONNECT, FIREBLOCKS_LEGACY -> publicKey("RSA");
            case STANDARD_WEBHOOKS,
                    COINBASE_CDP,
                    KRAKEN,
                    REVOLUT,
                    RIPPLE_COLLECTIONS,
                    BVNK,
                    FIREBLOCKS,
                    UNSIGNED ->
                    "c29tZWJvZHktZWxzZXMta2V5ISEhISEh";
        };
    }

    private static String publicKey(String algorithm) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            KeyPairGenerator.getInstance(algorithm)
                                    .generateKeyPair()
                                    .getPublic()
                                    .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
