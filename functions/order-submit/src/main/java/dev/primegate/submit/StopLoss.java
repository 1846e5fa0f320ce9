package dev.primegate.submit;

import dev.primegate.alert.Alert;
import dev.primegate.alert.AlertLog;
import dev.primegate.alert.Severity;
import dev.primegate.book.OrderQuery;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Closes a position when its price crosses a trigger: one market order a day and trigger, which may
 * only reduce. The order's identity is made of both, so whoever sees the crossing again finds the
 * order there.
 */
@Singleton
class StopLoss {
    private static final Logger LOG = Logger.getLogger(StopLoss.class);

    private final StopLossConfig config;
    private final StopLossDesk desk;
    private final SubmitOrder submit;
    private final OrderQuery query;
    private final AlertLog alerts;
    private final Clock clock;

    StopLoss(
            StopLossConfig config,
            StopLossDesk desk,
            SubmitOrder submit,
            OrderQuery query,
            AlertLog alerts,
            Clock clock) {
        this.config = config;
        this.desk = desk;
        this.submit = submit;
        this.query = query;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Looks at every trigger; one that fails does not keep the others from it. */
    void run(Instant deadline) {
        for (StopLossConfig.Trigger trigger : config.triggers()) {
            if (!clock.instant().isBefore(deadline)) {
                return;
            }
            try {
                look(trigger, clock.instant());
            } catch (RuntimeException e) {
                LOG.errorf(e, "trigger=%s event=stop-loss-failed", trigger.id());
                tell("stop-loss-not-placed", trigger, e.getClass().getSimpleName());
            }
        }
    }

    private void look(StopLossConfig.Trigger trigger, Instant now) {
        OrderId id = StopLossDesk.orderId(trigger, now);
        Optional<Order> there = query.find(id);
        if (there.isPresent()) {
            watch(trigger, there.get(), now);
            return;
        }
        switch (desk.look(trigger, now)) {
            case StopLossDesk.Finding.Quiet _ -> {}
            case StopLossDesk.Finding.Blind(String why) -> tell("stop-loss-blind", trigger, why);
            case StopLossDesk.Finding.Crossed(NewOrder order) -> fire(trigger, order);
        }
    }

    private void fire(StopLossConfig.Trigger trigger, NewOrder order) {
        LOG.warnf("trigger=%s order=%s event=stop-loss", trigger.id(), order.id());
        Submission submission = submit.reduce(order, Instant.MAX);
        switch (submission) {
            case Submission.Received _, Submission.InDoubt _, Submission.Replayed _ -> {}
            // Another run saw the crossing too, with the position as it was then.
            case Submission.IdentityTaken _ -> {}
            case Submission.Denied(var denial) ->
                    tell("stop-loss-not-placed", trigger, denial.code() + ": " + denial.reason());
            case Submission.Rejected(_, String why) ->
                    tell("stop-loss-not-placed", trigger, "the broker refused it: " + why);
            case Submission.NotSent(_, String why) -> tell("stop-loss-not-placed", trigger, why);
            case Submission.TryLater(String why) -> tell("stop-loss-not-placed", trigger, why);
            case Submission.ClockSkewed _ ->
                    tell("stop-loss-not-placed", trigger, "our clock and the broker's are apart");
            case Submission.NoBroker _ ->
                    tell("stop-loss-not-placed", trigger, "its broker is down");
            case Submission.OutOfTime _ -> tell("stop-loss-not-placed", trigger, "no time is left");
        }
    }

    private void watch(StopLossConfig.Trigger trigger, Order order, Instant now) {
        if (order.status() != OrderStatus.FILLED
                && !now.isBefore(order.transactTime().plus(config.patience()))) {
            tell(
                    "stop-loss-not-filled",
                    trigger,
                    "order %s is %s, %s executed"
                            .formatted(order.id(), order.status(), order.cumQty()));
        }
    }

    /** Once for each trigger, day and cause. */
    private void tell(String rule, StopLossConfig.Trigger trigger, String why) {
        Instant now = clock.instant();
        String order = StopLossDesk.clOrdId(trigger, now).text();
        alerts.raise(
                Alert.trigger(
                        rule,
                        trigger.id(),
                        order,
                        rule.equals("stop-loss-blind") ? Severity.ERROR : Severity.CRITICAL,
                        "stop-loss %s of %s/%s in %s: %s"
                                .formatted(
                                        trigger.id(),
                                        trigger.tenant(),
                                        trigger.account(),
                                        trigger.symbol(),
                                        why),
                        now,
                        Map.of("trigger", trigger.id(), "clOrdId", order)));
    }
}
