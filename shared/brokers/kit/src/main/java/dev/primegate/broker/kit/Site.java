package dev.primegate.broker.kit;

import dev.primegate.broker.BrokerRole;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Where a broker is spoken to and with which key: what must not be of two worlds. */
public interface Site extends BrokerRole {
    /** The name of the secret, of the shape {@link SecretName} has. */
    String secret();

    /** Every address that is called with it. */
    List<URI> urls();

    /** The hosts behind which money is real; any other is taken to be a sandbox. */
    Set<String> productionHosts();

    /** Whether money is real behind {@code url}. */
    default boolean isReal(URI url) {
        return productionHosts().contains(url.getHost());
    }
}
