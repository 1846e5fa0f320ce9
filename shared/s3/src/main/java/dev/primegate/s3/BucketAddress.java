package dev.primegate.s3;

import java.net.URI;
import java.util.Optional;

/**
 * Where a bucket is.
 *
 * @param endpoint what answers in S3's place, with the bucket in its paths; without it the bucket's
 *     own host in the region of the environment
 */
public record BucketAddress(String bucket, Optional<URI> endpoint) {
    URI in(String region) {
        return endpoint.map(at -> at.resolve("/" + bucket))
                .orElseGet(() ->
                        URI.create("https://%s.s3.%s.amazonaws.com".formatted(bucket, region)));
    }
}
