package dev.primegate.reconcile.chain;

import dev.primegate.money.Asset;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The chains that are configured. */
@Singleton
public class Chains {
    private final List<Chain> all;

    @Inject
    public Chains(ChainsConfig config) {
        Set<String> hosts = config.hosts().orElse(Set.of());
        this.all =
                config.nodes().values().stream()
                        .map(node ->
                                chain(node, new NodeClient(node.url(), hosts, config.patience())))
                        .toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The one chain that carries {@code asset}; none where nobody was told of, or two do. */
    Optional<Chain> of(Asset asset) {
        List<Chain> carriers = all.stream().filter(chain -> chain.carries(asset)).toList();
        return carriers.size() == 1 ? Optional.of(carriers.getFirst()) : Optional.empty();
    }

    private static Chain chain(ChainsConfig.Node config, NodeClient node) {
        return switch (config.kind()) {
            case EVM -> new EvmChain(node, config);
            case ESPLORA -> new EsploraChain(node, config);
        };
    }
}
