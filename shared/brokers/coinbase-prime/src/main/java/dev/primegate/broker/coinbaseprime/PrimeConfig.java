package dev.primegate.broker.coinbaseprime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

@ConfigMapping(prefix = "primegate.broker.coinbase-prime")
interface PrimeConfig {
    /** Where its REST API is. */
    @WithDefault("https://api.prime.coinbase.com")
    URI url();

    /** Where its WebSocket feed is. */
    @WithDefault("wss://ws-feed.prime.coinbase.com")
    URI feedUrl();

    /** The name of the secret that holds the key; functions that only read have another. */
    @WithDefault("primegate-prod/coinbase-prime/${primegate.keys:trade}")
    String secret();

    /** Which instruments' orders and prices the feed subscribes to, by their Prime product ids. */
    @WithDefault("BTC-USD,ETH-USD,SOL-USD,BTC-USDC,ETH-USDC")
    List<String> products();

    /** After this long without any message the feed is taken to be dead. */
    @WithDefault("10s")
    Duration silence();

    /** What its documentation, or our contract, allows. */
    Rate rate();

    /** How quotes are asked for. */
    Quotes quotes();

    /** Prime wants to know the worst price that would do, and for how long it is to stand. */
    interface Quotes {
        /** How far beyond the reference the worst price is, in basis points. */
        @WithDefault("200")
        int worstBps();

        /** How old a reference may be to bound a quote. */
        @WithDefault("60s")
        Duration referenceMaxAge();

        /** For how long a quote is asked for; Prime gives 3 s by itself and 30 s at most. */
        @WithDefault("10s")
        Duration lastsFor();
    }

    /** How often it may be called, per portfolio; its limit per address is wider. */
    interface Rate {
        /** What our tier is called, for whoever reads an alert. */
        @WithDefault("standard")
        String tier();

        /** How many calls in a second, over all functions. */
        @WithDefault("25")
        int perSecond();

        /** How many at once, after a pause. */
        @WithDefault("50")
        int burst();
    }
}
