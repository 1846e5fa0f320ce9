package dev.primegate.cli;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs requests for the IAM door of API Gateway, by AWS's own signer (Signature Version 4). */
final class IamSigner implements Http.Signer {
    private static final String SERVICE = "execute-api";

    /** What the client writes itself, from the address and the body. */
    private static final Set<String> WRITTEN = Set.of("Host", "Content-Length");

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsIdentity who;
    private final String region;
    private final Clock clock;

    IamSigner(AwsCredentialsIdentity who, String region, Clock clock) {
        this.who = who;
        this.region = region;
        this.clock = clock;
    }

    /** With the credentials of {@code profile}, or those that AWS's tools would find here. */
    static IamSigner here(String region, @Nullable String profile, Clock clock) {
        try (DefaultCredentialsProvider found =
                DefaultCredentialsProvider.builder().profileName(profile).build()) {
            return new IamSigner(found.resolveCredentials(), region, clock);
        }
    }

    @Override
    public Map<String, String> headers(String method, URI url, Optional<String> body) {
        SdkHttpRequest request =
                SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(url).build();
        var signed =
                signer.sign(sign -> {
                    sign.identity(who)
                            .request(request)
                            .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                            .putProperty(AwsV4HttpSigner.REGION_NAME, region);
                    body.ifPresent(text ->
                            sign.payload(() ->
                                    new ByteArrayInputStream(
                                            text.getBytes(StandardCharsets.UTF_8))));
                });
        Map<String, String> headers = new LinkedHashMap<>();
        signed.request()
                .headers()
                .forEach((name, values) -> {
                    if (!WRITTEN.contains(name)) {
                        headers.put(name, values.getFirst());
                    }
                });
        return headers;
    }
}
