package dev.primegate.ingest.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens whose signature is as good as it can be, and what their headers ask for. */
class DetachedJwsTest {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final KeyPair PAIR = Keys.pair("RSA", 2048);

    @Test
    void oneOfTheRightAlgorithmIsGood() throws GeneralSecurityException {
        assertThat(verify("{'alg':'RS512','kid':'one'}")).isInstanceOf(Verdict.Good.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'none','kid':'one'}",
                "{'alg':'HS256','kid':'one'}",
                "{'alg':'RS256','kid':'one'}",
                "{'kid':'one'}",
                "{'alg':'RS512','kid':'one','crit':['b64'],'b64':false}",
                "{'alg':'RS512','kid':'another'}",
                "{'alg':'RS512'}"
            })
    @Proves("G12")
    void noTokenChoosesHowItIsChecked(String header) throws GeneralSecurityException {
        assertThat(verify(header)).isInstanceOf(Verdict.Bad.class);
    }

    private static Verdict verify(String header) throws GeneralSecurityException {
        String signed = url(header.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        Signature signer = Signature.getInstance("SHA512withRSA");
        signer.initSign(PAIR.getPrivate());
        signer.update((signed + "." + url(BODY)).getBytes(StandardCharsets.UTF_8));
        Delivery delivery =
                Fixture.delivery(
                        Map.of("fireblocks-webhook-signature", signed + ".." + url(signer.sign())),
                        BODY);
        PublishedKeys keys = new PublishedKeys(DetachedJwsTest::keySet, Clock.systemUTC());
        return new Verifier(Scheme.FIREBLOCKS, keys).verify(delivery, List.of(), Fixture.SIGNED_AT);
    }

    private static String keySet() {
        RSAPublicKey key = (RSAPublicKey) PAIR.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"one\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(url(key.getModulus()), url(key.getPublicExponent()));
    }

    private static String url(BigInteger number) {
        return url(number.toByteArray());
    }

    private static String url(byte[] bytes) {
        return URL.encodeToString(bytes);
    }
}
