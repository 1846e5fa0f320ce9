package dev.primegate.broker.kit;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets brokers pack what is read from them. What is sent to them is never packed: no broker says
 * that it takes that, and the bytes that are signed are those that are sent.
 */
@Provider
public class AskForGzip implements ClientRequestFilter {
    /** The REST client makes it. */
    public AskForGzip() {}

    @Override
    public void filter(ClientRequestContext request) {
        if (request.getMethod().equals(HttpMethod.GET)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT_ENCODING, Body.GZIP);
        }
    }
}
