package dev.primegate.broker.kit;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * Makes the clients of brokers' REST interfaces: Quarkus's, at the address that was checked with
 * the key, and nowhere else. They are built here and not found by {@code quarkus.rest-client}
 * names, which could name another address, and of which a start would compare each with all others.
 */
@Singleton
public class RestApis {
    private static final String AGENT = "primegate";
    private static final int CONNECTIONS = 20;

    /** Less than the 350 s after which a NAT gateway forgets a connection that is idle. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final CallConfig config;
    private final TlsConfigurationRegistry tls;

    RestApis(CallConfig config, TlsConfigurationRegistry tls) {
        this.config = config;
        this.tls = tls;
    }

    /** {@code api} at {@code url}. */
    public <A> A at(URI url, Class<A> api) {
        return build(url, api, config.readTimeout());
    }

    /** {@code api} at {@code url}, where tokens come from. */
    public <A> A signOnAt(URI url, Class<A> api) {
        return build(url, api, config.signOnReadTimeout());
    }

    private <A> A build(URI url, Class<A> api, Duration read) {
        QuarkusRestClientBuilder builder =
                QuarkusRestClientBuilder.newBuilder()
                        .baseUri(url)
                        .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(read.toMillis(), TimeUnit.MILLISECONDS)
                        .followRedirects(false)
                        .userAgent(AGENT)
                        .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, CONNECTIONS)
                        .property(
                                QuarkusRestClientProperties.CONNECTION_TTL,
                                Math.toIntExact(IDLE.toSeconds()));
        tls.getDefault().ifPresent(builder::tlsConfiguration);
        return builder.build(api);
    }
}
