package dev.primegate.broker.kit;

import dev.primegate.instrument.BrokerId;
import dev.primegate.runtime.Background;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * How long the network takes to each broker: what half a round trip takes, as opening a connection
 * tells, which takes one. The client keeps its connections, so an order's call seldom opens one;
 * what it then spends on that counts as the broker's, as does the way back. It is measured beside
 * the calls, at most once a minute; nobody waits for it.
 */
@Singleton
class Ways {
    private static final Logger LOG = Logger.getLogger(Ways.class);

    private static final Duration HOLDS = Duration.ofMinutes(1);

    /** Lambda stops us between two invocations, and then a probe may seem to have taken hours. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Map<BrokerId, Instant> tried = new ConcurrentHashMap<>();
    private final Map<BrokerId, Duration> ways = new ConcurrentHashMap<>();
    private final Map<BrokerId, URI> addresses = new ConcurrentHashMap<>();
    private final Knock knock;
    private final Background background;
    private final Clock clock;

    Ways(@All List<Site> sites, Knock knock, Background background, Clock clock) {
        this.knock = knock;
        this.background = background;
        this.clock = clock;
        sites.forEach(site ->
                site.urls().stream()
                        .filter(url -> url.getScheme().startsWith("http"))
                        .findFirst()
                        .ifPresent(url -> addresses.put(site.broker(), url)));
    }

    /** What one way was measured to take; asked once in a while it is measured again. */
    Optional<Duration> to(BrokerId broker) {
        Instant now = clock.instant();
        Optional.ofNullable(addresses.get(broker))
                .filter(_ -> isDue(broker, now))
                .ifPresent(url -> background.run(() -> measure(broker, url)));
        return Optional.ofNullable(ways.get(broker));
    }

    private boolean isDue(BrokerId broker, Instant now) {
        Instant last = tried.putIfAbsent(broker, now);
        return last == null
                || (!now.isBefore(last.plus(HOLDS)) && tried.replace(broker, last, now));
    }

    private void measure(BrokerId broker, URI url) {
        Optional<Duration> round = knock.on(url).filter(took -> took.compareTo(LONGEST) < 0);
        if (round.isEmpty()) {
            LOG.debugf("broker=%s event=not-probed", broker);
        }
        round.ifPresent(took -> ways.put(broker, took.dividedBy(2)));
    }
}
