package dev.primegate.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The one way to S3: by the region and the credentials of the environment. */
public final class Buckets {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);

    private Buckets() {}

    /**
     * A client that whoever asked for it closes.
     *
     * @param endpoint what answers in S3's place, with buckets in its paths
     */
    public static S3Client client(Optional<URI> endpoint) {
        return S3Client.builder()
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECT)
                                .socketTimeout(READ))
                // What is written fits one line.
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .applyMutation(builder ->
                        endpoint.ifPresent(at -> builder.endpointOverride(at).forcePathStyle(true)))
                .build();
    }
}
