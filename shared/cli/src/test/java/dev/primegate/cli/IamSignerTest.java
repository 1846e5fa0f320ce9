package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** What is signed is what is sent, as AWS describes Signature Version 4. */
class IamSignerTest {
    private static final String KEY = "an-example-of-a-key";
    private static final String SCOPE = "20261122/eu-west-2/execute-api/aws4_request";

    private final FakeApi api = new FakeApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void theSignatureIsThatOfTheRequest() throws GeneralSecurityException {
        String body = "{\"reason\":\"fire\"}";

        Map<String, String> headers =
                signer().headers(
                                "PUT",
                                URI.create("https://api.example.com/v1/halts/broker%3Aone?b=2&a=1"),
                                Optional.of(body));

        String request =
                """
                PUT
                /v1/halts/broker%%253Aone
                a=1&b=2
                host:api.example.com
                x-amz-content-sha256:%s
                x-amz-date:20261122T100000Z

                host;x-amz-content-sha256;x-amz-date
                %s\
                """
                        .formatted(hash(body), hash(body));
        String text = "AWS4-HMAC-SHA256\n20261122T100000Z\n" + SCOPE + "\n" + hash(request);
        assertThat(headers)
                .containsEntry("X-Amz-Date", "20261122T100000Z")
                .containsEntry(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKID/%s, SignedHeaders=%s, Signature=%s"
                                .formatted(
                                        SCOPE,
                                        "host;x-amz-content-sha256;x-amz-date",
                                        signature(text)));
    }

    @Test
    void whatIsSignedCanBeSent() {
        try (var client = HttpClient.newHttpClient()) {
            Answer answer =
                    new Http(client, api.url(), signer())
                            .call("GET", "/v1/ops/environment", Optional.empty());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(api.last().token()).startsWith("AWS4-HMAC-SHA256 Credential=AKID/");
        }
    }

    @Test
    void twoDoorsAtOnceAreRefused() {
        Typed typed =
                Typed.in(Map.of("PRIMEGATE_TOKEN", "t"), api, "halts", "--aws-region", "eu-west-2");

        assertThat(typed.status()).isEqualTo(2);
        assertThat(api.lines()).isEmpty();
    }

    private static IamSigner signer() {
        return new IamSigner(
                AwsCredentialsIdentity.create("AKID", KEY),
                "eu-west-2",
                Clock.fixed(Typed.NOW, ZoneOffset.UTC));
    }

    private static String signature(String text) throws GeneralSecurityException {
        byte[] key = ("AWS4" + KEY).getBytes(StandardCharsets.UTF_8);
        for (String part : SCOPE.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
