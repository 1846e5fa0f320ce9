package dev.primegate.ingest.signature;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Keys that nobody has signed with. */
final class Keys {
    private Keys() {}

    /** A key of the kind that {@code scheme} takes. */
    static String another(Scheme scheme) {
        return switch (scheme) {
            case BVNK_ECDSA -> publicKey(pair("EC", 256));
            case BINANCE_CONNECT, FIREBLOCKS_LEGACY -> publicKey(pair("RSA", 2048));
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

    private static String publicKey(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** A pair made just now; large enough for a test, and quickly made. */
    static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
