package dev.primegate.reconcile.chain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which chains are asked, and where. Without one nothing is, and the job does nothing. */
@ConfigMapping(prefix = "primegate.chain")
public interface ChainsConfig {
    /** The hosts that may be asked; a node elsewhere is a mistake, and nothing starts with it. */
    Optional<Set<String>> hosts();

    /** How long a node may take for an answer. */
    @WithDefault("10s")
    Duration patience();

    /** How many days back transfers are looked up. */
    @WithDefault("3")
    int days();

    /** By any name of ours. */
    Map<String, Node> nodes();

    /** A node of one chain. */
    interface Node {
        /** How it is spoken to. */
        Kind kind();

        /** Where it is. */
        URI url();

        /** The chain's own coin, as brokers name it. */
        String coin();

        /** How many blocks make a transaction final, its own included. */
        int confirmations();

        /** What an EVM node must say its chain is, so that no other is asked by mistake. */
        Optional<Long> chainId();

        /** Tokens by the broker's name of the asset. */
        Map<String, Token> tokens();
    }

    /** How a node is spoken to. */
    enum Kind {
        /** JSON-RPC of Ethereum and those like it. */
        EVM,
        /** The REST of Esplora, for Bitcoin and those like it. */
        ESPLORA
    }

    /** A token of the ERC-20 kind. */
    interface Token {
        /** The address of its contract. */
        String contract();

        /** How many places its smallest unit stands at. */
        int decimals();
    }
}
