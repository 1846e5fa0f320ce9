package dev.primegate.broker.falconx;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ConfigMapping(prefix = "primegate.broker.falconx")
interface FalconXConfig {
    /** Where its REST API is. */
    @WithDefault("https://api.falconx.io")
    URI url();

    /** Where its price stream is. */
    @WithDefault("wss://stream.falconx.io/price.tickers")
    URI feedUrl();

    /** The name of the secret that holds the key; functions that only read have another. */
    @WithDefault("primegate-prod/falconx/${primegate.keys:trade}")
    String secret();

    /** Accounts, as tenant/account, that trade by version 1 of its API; all others by 3. */
    Optional<Set<String>> v1Accounts();

    /** Which pairs' prices are followed, by our symbols. */
    @WithDefault("BTC-USD,ETH-USD,SOL-USD")
    List<String> products();

    /** The quantity, in the base, that prices are asked for. */
    @WithDefault("0.1")
    String level();

    /** After this long without any message the stream is taken to be dead. */
    @WithDefault("10s")
    Duration silence();

    /**
     * For how long after its signature FalconX may still take a request, if our contract says so.
     * Without it an order that is not found is never taken to be absent.
     */
    Optional<Duration> contractualWindow();

    /** What its documentation, or our contract, allows. */
    Rate rate();

    /** How often it may be called; {@code GET v1/rate_limit} is held against it. */
    interface Rate {
        /** What our tier is called, for whoever reads an alert. */
        @WithDefault("standard")
        String tier();

        /** How many calls in a second, over all functions. */
        @WithDefault("10")
        int perSecond();

        /** How many at once, after a pause. */
        @WithDefault("20")
        int burst();
    }
}
