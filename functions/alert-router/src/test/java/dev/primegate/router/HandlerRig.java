package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.alerting.Routing;
import dev.primegate.messaging.HandOver;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.MetricLines;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryBreakLog;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The real handler, and behind it somebody who takes every alert but those that he refuses. */
final class HandlerRig {
    private final List<Alert> told = new CopyOnWriteArrayList<>();
    private Predicate<Alert> refused = _ -> false;
    private final AlertHandler handler = handler(Clock.systemUTC());

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

    /** Its rounds look at nothing: there is no incident. */
    private AlertHandler handler(Clock clock) {
        RoutingTree tree = Routing.usualTree();
        MemoryBooks books = new MemoryBooks(clock);
        IncidentBook none = books.incidents();
        Desk desk = new Desk(tree, none, List.of(), new Meters(), clock);
        RouteAlert route =
                new RouteAlert(tree, none, desk, new PlainConfig(Optional.empty()), clock);
        WeekRound week =
                new WeekRound(
                        none, books.halts(), books.query(), new MemoryBreakLog(), route, clock);
        return new AlertHandler(
                channel(),
                new MinuteRound(tree, none, desk, clock),
                week,
                MetricLines.nowhere(),
                clock);
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
