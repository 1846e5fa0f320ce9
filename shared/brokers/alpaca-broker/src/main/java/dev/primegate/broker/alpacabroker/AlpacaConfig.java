package dev.primegate.broker.alpacabroker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

@ConfigMapping(prefix = "primegate.broker.alpaca-broker")
interface AlpacaConfig {
    /** Where its Broker API is, the event stream included. */
    @WithDefault("https://broker-api.alpaca.markets")
    URI url();

    /** Where it gives tokens. */
    @WithDefault("https://authx.alpaca.markets")
    URI authUrl();

    /** The name of the secret that holds the client's credentials, and whose account it is. */
    @WithDefault("primegate-prod/alpaca-broker/${primegate.keys:trade}")
    String secret();

    /** After this long without an event or a comment the stream is taken to be dead. */
    @WithDefault("60s")
    Duration silence();

    /** What our contract allows; it is not published. */
    Rate rate();

    /** How often it may be called, by all of a partner's programs together. */
    interface Rate {
        /** What our tier is called, for whoever reads an alert. */
        @WithDefault("partner")
        String tier();

        /** How many calls in a second, over all functions. */
        @WithDefault("10")
        int perSecond();

        /** How many at once, after a pause. */
        @WithDefault("10")
        int burst();
    }
}
