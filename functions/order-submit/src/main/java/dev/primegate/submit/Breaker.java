package dev.primegate.submit;

import dev.primegate.book.OrderQuery;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Order;
import dev.primegate.order.OrderStatus;
import dev.primegate.risk.FailureLog;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.TradingState;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Halts what goes wrong too often: a broker with too many orders in doubt, or everything when too
 * many submissions have failed here. It looks at what went wrong since the last resume: who resumed
 * knew of the rest.
 */
@Singleton
class Breaker {
    private static final Logger LOG = Logger.getLogger(Breaker.class);
    private static final String BY = "circuit breaker";

    private final Config config;
    private final OrderQuery query;
    private final Halts halts;
    private final FailureLog failures;
    private final Clock clock;

    Breaker(Config config, OrderQuery query, Halts halts, FailureLog failures, Clock clock) {
        this.config = config;
        this.query = query;
        this.halts = halts;
        this.failures = failures;
        this.clock = clock;
    }

    void check() {
        List<HaltCase> cases = halts.cases();
        Map<BrokerId, Integer> doubtful = new TreeMap<>();
        for (Order order : query.open()) {
            BrokerId broker = order.route().broker();
            if (order.status() == OrderStatus.UNKNOWN
                    && order.lastUpdateTime().isAfter(resumedAt(cases, HaltScope.of(broker)))) {
                doubtful.merge(broker, 1, Integer::sum);
            }
        }
        doubtful.forEach((broker, count) -> {
            if (count >= config.ordersInDoubt()) {
                halt(cases, HaltScope.of(broker), count + " orders are in doubt at " + broker);
            }
        });
        checkFailures(cases);
    }

    private void checkFailures(List<HaltCase> cases) {
        Instant now = clock.instant();
        Instant resumed = resumedAt(cases, HaltScope.ALL);
        Instant from = now.minus(config.window());
        // A whole minute counts, so it must begin after the resume.
        Instant since = resumed.isAfter(from) ? resumed.plus(Duration.ofMinutes(1)) : from;
        long failed = since.isAfter(now) ? 0 : failures.countSince(since, now);
        if (failed >= config.failures()) {
            halt(
                    cases,
                    HaltScope.ALL,
                    "%d submissions failed here within %s".formatted(failed, config.window()));
        }
    }

    private void halt(List<HaltCase> cases, HaltScope scope, String why) {
        if (find(cases, scope).filter(c -> c.state() == TradingState.HALTED).isPresent()) {
            return;
        }
        LOG.errorf("scope=%s event=breaker-opens why=%s", scope, why);
        halts.halt(Halt.of(scope, BY, why));
    }

    private static Instant resumedAt(List<HaltCase> cases, HaltScope scope) {
        return find(cases, scope).flatMap(HaltCase::resumedAt).orElse(Instant.MIN);
    }

    private static Optional<HaltCase> find(List<HaltCase> cases, HaltScope scope) {
        return cases.stream().filter(c -> c.scope().equals(scope)).findFirst();
    }

    @ConfigMapping(prefix = "primegate.breaker")
    interface Config {
        /** How many orders in doubt at one broker halt it. */
        @WithDefault("5")
        int ordersInDoubt();

        /** How many submissions that failed here, though nobody had provided for it, halt all. */
        @WithDefault("5")
        int failures();

        /** Within which time those are counted. */
        @WithDefault("5m")
        Duration window();
    }
}
