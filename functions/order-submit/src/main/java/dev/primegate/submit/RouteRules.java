package dev.primegate.submit;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.order.Account;
import dev.primegate.order.Digest;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Route;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which broker gets an order, by rules alone: the same order goes the same way each time. */
final class RouteRules {
    private final RoutingConfig config;

    RouteRules(RoutingConfig config) {
        this.config = config;
        for (RoutingConfig.Rule rule : config.rules()) {
            if (rule.to().isEmpty() || rule.to().stream().anyMatch(target -> target.weight() < 1)) {
                throw new IllegalArgumentException(
                        "routing rule %s: expected brokers with weights of 1 or more"
                                .formatted(rule.name()));
            }
        }
    }

    /** Every broker that may get an order. */
    List<BrokerId> brokers() {
        List<BrokerId> brokers = new ArrayList<>();
        brokers.add(new BrokerId(config.broker()));
        config.rules()
                .forEach(rule ->
                        rule.to().forEach(target -> brokers.add(new BrokerId(target.broker()))));
        return brokers.stream().distinct().toList();
    }

    /**
     * The order's way.
     *
     * @param down brokers that cannot be reached; their share goes to the others of the rule
     * @return empty if the rule has no other
     */
    Optional<Route> choose(NewOrder order, Instrument instrument, Set<BrokerId> down) {
        return choose(order.account(), order.id().text(), instrument, down);
    }

    /**
     * The way of whatever is asked for {@code account}.
     *
     * @param key the same for the same request: it stands for chance
     */
    Optional<Route> choose(Account account, String key, Instrument instrument, Set<BrokerId> down) {
        return config.rules().stream()
                .filter(rule -> takes(rule, account, instrument))
                .findFirst()
                .map(rule -> byRule(rule, key, down))
                .orElseGet(() -> byDefault(down));
    }

    private Optional<Route> byDefault(Set<BrokerId> down) {
        return Optional.of(new BrokerId(config.broker()))
                .filter(broker -> !down.contains(broker))
                .map(broker -> new Route(broker, "no rule takes it: the default"));
    }

    private static boolean takes(RoutingConfig.Rule rule, Account account, Instrument instrument) {
        return rule.assetClass().filter(c -> c != instrument.assetClass()).isEmpty()
                && rule.symbol().filter(s -> !s.equals(instrument.symbol().text())).isEmpty()
                && rule.account().filter(a -> !a.equals(account.name())).isEmpty();
    }

    private static Optional<Route> byRule(RoutingConfig.Rule rule, String key, Set<BrokerId> down) {
        RoutingConfig.Target meant = draw(rule.to(), key);
        if (!down.contains(new BrokerId(meant.broker()))) {
            return Optional.of(route(rule, meant, ""));
        }
        List<RoutingConfig.Target> left =
                rule.to().stream()
                        .filter(target -> !down.contains(new BrokerId(target.broker())))
                        .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        route(rule, draw(left, key), "; %s is down".formatted(meant.broker())));
    }

    /** By the hash of its key, which is as good as chance and the same each time. */
    private static RoutingConfig.Target draw(List<RoutingConfig.Target> targets, String key) {
        int total = targets.stream().mapToInt(RoutingConfig.Target::weight).sum();
        int hash = ByteBuffer.wrap(Digest.sha256("route", key)).getInt();
        int left = Math.floorMod(hash, total);
        for (RoutingConfig.Target target : targets) {
            left -= target.weight();
            if (left < 0) {
                return target;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private static Route route(
            RoutingConfig.Rule rule, RoutingConfig.Target target, String because) {
        int total = rule.to().stream().mapToInt(RoutingConfig.Target::weight).sum();
        return new Route(
                new BrokerId(target.broker()),
                "rule %s: %d of %d%s%s"
                        .formatted(
                                rule.name(),
                                target.weight(),
                                total,
                                target.label().map(label -> " (" + label + ")").orElse(""),
                                because));
    }
}
