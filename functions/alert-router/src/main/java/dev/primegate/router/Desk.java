package dev.primegate.router;

import dev.primegate.alert.routing.Due;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.Policy;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.runtime.Secrets;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells channels what is due. Whoever tells has claimed it first, so that two instances do not both
 * tell; if he dies, the claim lapses and the next run tells.
 */
@Singleton
class Desk {
    private static final Logger LOG = Logger.getLogger(Desk.class);

    /** Longer than a pause between attempts, a turn in the channel's queue and a call take. */
    private static final Duration CLAIM = Duration.ofSeconds(60);

    /** More than any honest race has. */
    private static final int TRIES = 100;

    private final RoutingTree tree;
    private final IncidentBook book;
    private final Map<String, Channel> channels;
    private final Meters meters;
    private final Clock clock;
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Desk(
            RoutingTree tree,
            IncidentBook book,
            @All List<Channel> channels,
            Meters meters,
            Clock clock) {
        this.tree = tree;
        this.book = book;
        this.channels =
                channels.stream()
                        .filter(Channel::isConfigured)
                        .collect(Collectors.toMap(Channel::kind, Function.identity()));
        this.meters = meters;
        this.clock = clock;
    }

    /** Tells every channel what is due to it of {@code incident}, all of them at once. */
    void tell(Incident incident) {
        start(incident).forEach(Desk::await);
    }

    /** What is due now to channels that there are. */
    private SortedMap<String, Due> due(Incident incident, Instant now) {
        Policy policy = tree.named(incident.route()).policy();
        boolean muted = tree.mutes(incident, book.open(), book.silences(now), now);
        SortedMap<String, Due> due = new TreeMap<>(incident.due(policy, muted, now));
        due.keySet().removeIf(channel -> channel(channel).isEmpty());
        return due;
    }

    /** The claim is made when its turn has come: it must outlast the telling, not the queue. */
    private void tell(String key, String channel, Due wanted) {
        Queue<Future<?>> others = new ConcurrentLinkedQueue<>();
        Semaphore turn = turns.computeIfAbsent(channel, this::turns);
        turn.acquireUninterruptibly();
        try {
            tellNow(key, channel, wanted, others);
        } finally {
            turn.release();
        }
        others.forEach(Desk::await); // Only now: they may wait for a turn like this one.
    }

    private Semaphore turns(String channel) {
        return new Semaphore(channel(channel).orElseThrow().atOnce(), true);
    }

    private void tellNow(String key, String channel, Due wanted, Queue<Future<?>> others) {
        Instant now = clock.instant();
        Optional<Incident> claimed =
                change(
                        key,
                        incident ->
                                wanted == due(incident, now).get(channel)
                                        ? incident.claimed(channel, now.plus(CLAIM))
                                        : incident);
        if (claimed.isEmpty()) {
            return; // Somebody else is telling it, or it is due no more.
        }
        long upTo = claimed.get().change();
        try {
            Notice notice = Notice.of(wanted, claimed.get(), channel);
            Optional<String> reference =
                    channel(channel)
                            .orElseThrow()
                            .tell(notice, () -> others.addAll(troubled(key, channel)));
            var _ =
                    change(
                            key,
                            incident ->
                                    incident.told(
                                            channel, wanted, upTo, clock.instant(), reference));
            measure(claimed.get(), channel, wanted);
            LOG.infof("incident=%s channel=%s event=told what=%s", key, channel, wanted);
        } catch (RuntimeException e) {
            // Also a secret that cannot be read: the other channels must hear all the same.
            LOG.errorf("incident=%s channel=%s event=not-told why=%s", key, channel, why(e));
            var _ = change(key, incident -> failed(incident, channel, e));
        }
    }

    /** Only the first word of an incident is news; what is told again is as old as it is. */
    private void measure(Incident incident, String channel, Due told) {
        if (told != Due.TRIGGER) {
            return;
        }
        try {
            meters.time(
                    Metric.ALERT_TOLD,
                    Duration.between(incident.since(), clock.instant()),
                    channel(channel).orElseThrow().kind(),
                    incident.severity().name().toLowerCase(Locale.ROOT));
        } catch (RuntimeException e) {
            // It was told: it must not be told again for a figure.
            LOG.errorf(e, "incident=%s event=not-measured", incident.key());
        }
    }

    /** Only who says no, or was never asked, has surely heard nothing. */
    private Incident failed(Incident incident, String channel, RuntimeException e) {
        boolean refused = e instanceof NotToldException && !(e instanceof BusyException);
        return refused || e instanceof Secrets.SecretUnavailableException
                ? incident.refused(channel, clock.instant())
                : incident.failed(channel, clock.instant());
    }

    /** The others that stand in for the channel are told while it is tried again. */
    private List<Future<?>> troubled(String key, String channel) {
        Instant until = clock.instant().plus(CLAIM);
        return change(
                        key,
                        incident ->
                                incident.failed(channel, clock.instant()).claimed(channel, until))
                .map(this::start)
                .orElse(List.of());
    }

    private List<Future<?>> start(Incident incident) {
        List<Future<?>> telling = new ArrayList<>();
        due(incident, clock.instant())
                .forEach((channel, due) ->
                        telling.add(threads.submit(() -> tell(incident.key(), channel, due))));
        return telling;
    }

    /** Writes what {@code change} makes of the incident; empty if it makes nothing of it. */
    Optional<Incident> change(String key, UnaryOperator<Incident> change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Incident> found = book.find(key);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Incident next = change.apply(found.get());
            if (next.equals(found.get())) {
                return Optional.empty();
            }
            Optional<Incident> saved = book.save(next, Optional.empty(), clock.instant());
            if (saved.isPresent()) {
                return saved;
            }
        }
        throw new IllegalStateException("others always write first: " + key);
    }

    private Optional<Channel> channel(String name) {
        int colon = name.indexOf(':');
        return Optional.ofNullable(channels.get(colon < 0 ? name : name.substring(0, colon)));
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Never a message of the HTTP client: it may hold an address, and Slack's is a secret. */
    private static String why(RuntimeException e) {
        return e instanceof NotToldException
                ? String.valueOf(e.getMessage())
                : e.getClass().getName();
    }
}
