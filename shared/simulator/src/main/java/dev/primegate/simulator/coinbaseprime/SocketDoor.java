package dev.primegate.simulator.coinbaseprime;

import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Reads subscriptions and lets through those that make sense and are signed <a
 * href="https://docs.cdp.coinbase.com/prime/websocket-feed/overview">as Prime asks for</a>.
 */
final class SocketDoor {
    private static final List<String> TYPES = List.of("subscribe", "unsubscribe");
    private static final Set<String> FIELDS =
            Set.of(
                    "type",
                    "channel",
                    "access_key",
                    "api_key_id",
                    "timestamp",
                    "passphrase",
                    "signature",
                    "portfolio_id",
                    "product_ids",
                    "venue_filtering");

    private final PrimeKeys keys;
    private final Clock clock;

    SocketDoor(PrimeKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Reads {@code text}.
     *
     * @throws RefusedException if it is not signed, or asks for what there is not
     */
    Subscription read(String text) {
        Fields fields = Fields.of(text, FIELDS);
        String type = Words.oneOf("type", fields.required("type"), TYPES);
        Channel channel = Channel.of(fields.required("channel"));
        PrimeCredentials credentials = keys.find(fields.required("access_key"));
        checkWho(fields, channel, credentials);
        checkWhen(fields.required("timestamp"));
        insist(
                new PrimeSignature(credentials.signingKey())
                        .matches(fields.required("signature"), signed(fields, channel)),
                "invalid signature");
        return new Subscription(type.equals("subscribe"), channel, products(fields));
    }

    private static void checkWho(Fields fields, Channel channel, PrimeCredentials credentials) {
        insist(fields.required("passphrase").equals(credentials.passphrase()), "wrong passphrase");
        insist(
                fields.required("api_key_id").equals(credentials.svcAccountId()),
                "unknown service account");
        insist(
                channel != Channel.ORDERS
                        || fields.required("portfolio_id").equals(credentials.portfolioId()),
                "no access to the portfolio");
    }

    private void checkWhen(String timestamp) {
        insist(PrimeSignature.isSeconds(timestamp), "timestamp must be whole Unix seconds");
        insist(
                PrimeSignature.isFresh(timestamp, clock.instant()),
                "timestamp is not within 30 seconds of the server's time");
    }

    /** Only the orders channel has the portfolio in what is signed. */
    private static String signed(Fields fields, Channel channel) {
        return channel.word()
                + fields.required("access_key")
                + fields.required("api_key_id")
                + fields.required("timestamp")
                + (channel == Channel.ORDERS ? fields.required("portfolio_id") : "")
                + String.join("", fields.texts("product_ids"));
    }

    private static List<String> products(Fields fields) {
        List<String> products = fields.texts("product_ids");
        insist(!products.isEmpty(), "product_ids is required");
        products.forEach(TermsForm::instrument);
        return products;
    }

    private static void insist(boolean fine, String complaint) {
        if (!fine) {
            throw new RefusedException(401, complaint);
        }
    }
}
