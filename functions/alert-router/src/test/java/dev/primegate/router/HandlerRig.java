package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.alert.routing.Policy;
import dev.primegate.alert.routing.Route;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.messaging.HandOver;
import dev.primegate.testkit.MemoryIncidentBook;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The real handler, and behind it somebody who takes every alert but those that he refuses. */
final class HandlerRig {
    private final List<Alert> told = new CopyOnWriteArrayList<>();
    private Predicate<Alert> refused = _ -> false;
    private final AlertHandler handler =
            new AlertHandler(channel(), idleRound(), Clock.systemUTC());

    AlertHandler handler() {
        return handler;
    }

    /** What was taken, in its order. */
    List<Alert> told() {
        return told;
    }

    void refuse(Alert alert) {
        refused = refused.or(alert::equals);
    }

    void refuseNothing() {
        refused = _ -> false;
    }

    /** There is nothing that it could look at. */
    private static MinuteRound idleRound() {
        MemoryIncidentBook none = new MemoryIncidentBook();
        Policy quiet =
                new Policy(
                        List.of(),
                        List.of(),
                        List.of(),
                        Duration.ZERO,
                        Duration.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        RoutingTree tree =
                new RoutingTree(new Route("root", List.of(), false, quiet, List.of()), List.of());
        Clock clock = Clock.systemUTC();
        return new MinuteRound(tree, none, new Desk(tree, none, List.of(), clock), clock);
    }

    private HandOver channel() {
        HandOver channel = new HandOver();
        var config =
                new SmallRyeConfigBuilder()
                        .withDefaultValue("channel-name", AlertChannel.NAME)
                        .build();
        var _ =
                Multi.createFrom()
                        .publisher(channel.getPublisher(config))
                        .subscribe()
                        .with(this::settle);
        return channel;
    }

    private void settle(Message<?> message) {
        Alert alert = (Alert) message.getPayload();
        if (refused.test(alert)) {
            var _ = message.nack(new IllegalStateException("refused"));
        } else {
            told.add(alert);
            var _ = message.ack();
        }
    }
}
