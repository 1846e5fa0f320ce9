package dev.primegate.submit;

import dev.primegate.instrument.AssetClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "primegate.routing")
interface RoutingConfig {
    /** The broker of every order that no rule takes. */
    @WithDefault("coinbase-prime")
    String broker();

    /** The first that takes an order decides. */
    List<Rule> rules();

    /** How old what is known of the brokers' health may be. */
    @WithDefault("5s")
    Duration healthMaxAge();

    /** Which orders go where; what it does not name it does not ask. */
    interface Rule {
        /** Written on each order that it takes. */
        String name();

        /** Of this class only. */
        Optional<AssetClass> assetClass();

        /** Of this instrument only. */
        Optional<String> symbol();

        /** Of this account only. */
        Optional<String> account();

        /** Where they go, each broker its share. */
        List<Target> to();
    }

    /** One broker of a rule. */
    interface Target {
        /** Which, by its folder's name. */
        String broker();

        /** Its share of the rule's orders, against the others' weights. */
        @WithDefault("1")
        int weight();

        /** Where the weight is from, such as {@code liquidity 2026-10}: it is set, not measured. */
        Optional<String> label();
    }
}
