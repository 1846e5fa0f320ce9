package dev.primegate.s3;

import dev.primegate.runtime.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Calls to one bucket, each signed by AWS's own signer and tried up to three times. */
final class SignedCalls {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);

    /** A list of a thousand of the longest keys is shorter. */
    private static final int LONGEST_LIST = 4 << 20;

    private final SdkHttpClient http =
            UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(READ)
                    .build();
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final DefaultCredentialsProvider credentials =
            DefaultCredentialsProvider.builder().build();
    private final String region = DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    private final URI bucket;
    private final Pause pause;

    SignedCalls(BucketAddress address, Pause pause) {
        this.bucket = address.in(region);
        this.pause = pause;
    }

    CallAnswer list(String prefix, Optional<String> next) {
        return call(
                request -> {
                    request.method(SdkHttpMethod.GET)
                            .uri(bucket)
                            .putRawQueryParameter("list-type", "2")
                            .putRawQueryParameter("encoding-type", "url")
                            .putRawQueryParameter("prefix", prefix);
                    next.ifPresent(
                            token -> request.putRawQueryParameter("continuation-token", token));
                },
                Optional.empty(),
                LONGEST_LIST);
    }

    CallAnswer get(String key, int most) {
        return call(
                request -> request.method(SdkHttpMethod.GET).uri(at(key)), Optional.empty(), most);
    }

    CallAnswer putNew(String key, byte[] content) {
        return call(
                request ->
                        request.method(SdkHttpMethod.PUT)
                                .uri(at(key))
                                .putHeader("If-None-Match", "*")
                                .putHeader("Content-Length", Integer.toString(content.length)),
                Optional.of(ContentStreamProvider.fromByteArray(content)),
                LONGEST_LIST);
    }

    CallAnswer put(String key, byte[] content) {
        return call(
                request ->
                        request.method(SdkHttpMethod.PUT)
                                .uri(at(key))
                                .putHeader("Content-Length", Integer.toString(content.length)),
                Optional.of(ContentStreamProvider.fromByteArray(content)),
                LONGEST_LIST);
    }

    private URI at(String key) {
        return URI.create(bucket + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key));
    }

    /** Each may be said twice: who puts a second time finds his own and changes nothing. */
    private CallAnswer call(
            Consumer<SdkHttpRequest.Builder> terms,
            Optional<ContentStreamProvider> content,
            int most) {
        SdkHttpRequest.Builder builder = SdkHttpRequest.builder();
        terms.accept(builder);
        SdkHttpRequest request = builder.build();
        for (int tried = 1; ; tried++) {
            try {
                CallAnswer answer = once(request, content, most);
                if (!answer.mayPass() || tried == TRIES) {
                    return answer;
                }
            } catch (IOException e) {
                if (tried == TRIES) {
                    throw new UncheckedIOException(e);
                }
            }
            pause.pause(PAUSE.multipliedBy(tried));
        }
    }

    private CallAnswer once(
            SdkHttpRequest request, Optional<ContentStreamProvider> content, int most)
            throws IOException {
        SignedRequest signed =
                signer.sign(sign -> {
                    sign.identity(credentials.resolveCredentials())
                            .request(request)
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                            .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                            .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                            .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false);
                    content.ifPresent(sign::payload);
                });
        HttpExecuteRequest.Builder call = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(call::contentStreamProvider);
        HttpExecuteResponse response = http.prepareRequest(call.build()).call();
        Optional<AbortableInputStream> body = response.responseBody();
        try (InputStream stream = body.orElseGet(SignedCalls::nothing)) {
            return new CallAnswer(response.httpResponse().statusCode(), stream.readNBytes(most));
        }
    }

    private static AbortableInputStream nothing() {
        return AbortableInputStream.create(InputStream.nullInputStream());
    }
}
