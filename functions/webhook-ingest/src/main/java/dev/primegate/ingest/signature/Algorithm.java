package dev.primegate.ingest.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a signature is made from a key, which is text as the sender hands it out. */
enum Algorithm {
    /** HMAC-SHA256; the key's own characters are the key. */
    HMAC {
        @Override
        boolean verifies(String key, List<byte[]> text, byte[] signature) {
            return hmac(Signed.utf8(key), text, signature);
        }
    },
    /** HMAC-SHA256 with a key in base64, behind {@code whsec_} or alone. */
    HMAC_BASE64_KEY {
        @Override
        boolean verifies(String key, List<byte[]> text, byte[] signature) {
            return hmac(
                    Base64.getDecoder().decode(key.startsWith(PREFIX) ? rest(key) : key),
                    text,
                    signature);
        }
    },
    RSA_SHA256 {
        @Override
        boolean verifies(String key, List<byte[]> text, byte[] signature) {
            return asymmetric("SHA256withRSA", publicKey("RSA", key), text, signature);
        }
    },
    RSA_SHA512 {
        @Override
        boolean verifies(String key, List<byte[]> text, byte[] signature) {
            return asymmetric("SHA512withRSA", publicKey("RSA", key), text, signature);
        }
    },
    ECDSA_SHA256 {
        @Override
        boolean verifies(String key, List<byte[]> text, byte[] signature) {
            return asymmetric("SHA256withECDSA", publicKey("EC", key), text, signature);
        }
    };

    private static final String PREFIX = "whsec_";
    private static final String MAC = "HmacSHA256";

    /**
     * Whether {@code key} made {@code signature} over {@code text}.
     *
     * @throws IllegalArgumentException if the key is none
     */
    abstract boolean verifies(String key, List<byte[]> text, byte[] signature);

    private static String rest(String key) {
        return key.substring(PREFIX.length());
    }

    private static boolean hmac(byte[] key, List<byte[]> text, byte[] signature) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            text.forEach(mac::update);
            // In the same time, however many bytes are right.
            return MessageDigest.isEqual(mac.doFinal(), signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }

    static boolean asymmetric(
            String algorithm, PublicKey key, List<byte[]> text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            for (byte[] part : text) {
                verifier.update(part);
            }
            return verifies(verifier, signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key for " + algorithm, e);
        }
    }

    /** One that is malformed, say too short, is as bad as a wrong one. */
    private static boolean verifies(Signature verifier, byte[] signature) {
        try {
            return verifier.verify(signature);
        } catch (SignatureException _) {
            return false;
        }
    }

    /** A key as PEM has it; a secret store may have folded its lines. */
    private static PublicKey publicKey(String algorithm, String pem) {
        String base64 =
                pem.replace("-----BEGIN PUBLIC KEY-----", "")
                        .replace("-----END PUBLIC KEY-----", "")
                        .replace("\\n", "")
                        .replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key for " + algorithm, e);
        }
    }
}
