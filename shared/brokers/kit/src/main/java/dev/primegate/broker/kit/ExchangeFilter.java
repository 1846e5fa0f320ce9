package dev.primegate.broker.kit;

import dev.primegate.telemetry.Trace;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Sees each request to a broker leave, and names the trace on it; what was signed stays as it is.
 */
@Provider
public class ExchangeFilter implements ClientRequestFilter {
    private static final Logger LOG = Logger.getLogger(ExchangeFilter.class);

    /** The REST client makes it. */
    public ExchangeFilter() {}

    @Override
    public void filter(ClientRequestContext request) {
        try {
            Exchange.current().ifPresent(exchange -> seen(exchange, request));
        } catch (RuntimeException e) {
            LOG.error("event=request-not-seen", e); // It goes out all the same.
        }
    }

    private static void seen(Exchange exchange, ClientRequestContext request) {
        request.getHeaders().putSingle(Trace.HEADER, exchange.trace().header());
        Map<String, String> headers = new TreeMap<>();
        request.getStringHeaders()
                .forEach((name, values) -> headers.put(name, String.join(",", values)));
        URI uri = request.getUri();
        exchange.sent(
                new Exchange.Sent(
                        request.getMethod(),
                        Optional.ofNullable(uri.getRawPath()).orElse("/"),
                        names(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                        Map.copyOf(headers),
                        body(request)));
    }

    private static List<String> names(String query) {
        return Stream.of(query.split("&", -1))
                .map(pair -> pair.split("=", 2)[0])
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Our adapters send text or the bytes of it. */
    private static String body(ClientRequestContext request) {
        return switch (Optional.ofNullable(request.getEntity()).orElse("")) {
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case String text -> text;
            default -> "(form)";
        };
    }
}
