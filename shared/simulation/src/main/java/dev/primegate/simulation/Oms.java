package dev.primegate.simulation;

import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderId;
import dev.primegate.simulation.world.Reply;
import dev.primegate.simulation.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The fund's OMS: it asks, asks again under the same id when it hears nothing, and cancels. */
final class Oms {
    /** How long API Gateway lets anybody wait. */
    static final Duration PATIENCE = Duration.ofSeconds(29);

    private static final int ATTEMPTS = 4;

    private final World world;
    private final Invocations invocations;
    private final Audit audit;
    private final Predicate<NewOrder> submit;
    private final Consumer<OrderId> cancel;

    /**
     * Makes an OMS of some desk.
     *
     * @param submit true if the OMS is told that the order is under way
     */
    Oms(
            World world,
            Invocations invocations,
            Audit audit,
            Predicate<NewOrder> submit,
            Consumer<OrderId> cancel) {
        this.world = world;
        this.invocations = invocations;
        this.audit = audit;
        this.submit = submit;
        this.cancel = cancel;
    }

    void begin(Plan plan) {
        for (Plan.Wish wish : plan.wishes()) {
            audit.asked(wish.order());
            world.start("oms", wish.at(), Duration.ZERO, () -> ask(wish));
        }
    }

    /** At the end of the day, what it had not yet asked to cancel. */
    void cancelRest(Plan plan) {
        for (Plan.Wish wish : plan.wishes()) {
            if (wish.cancelAfter().isEmpty()) {
                world.start("oms", Duration.ZERO, Duration.ZERO, () -> cancel(wish.order()));
            }
        }
    }

    private void ask(Plan.Wish wish) {
        if (wish.twice()) {
            var _ = invoke(wish.order());
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Boolean> promise = world.await(invoke(wish.order()), PATIENCE);
            if (promise.isPresent()) {
                if (promise.get()) {
                    audit.promised(wish.order().id());
                }
                break;
            }
            world.sleep(Duration.ofSeconds(1));
        }
        if (wish.cancelAfter().isPresent()) {
            world.sleep(wish.cancelAfter().get());
            cancel(wish.order());
        }
    }

    private Reply<Boolean> invoke(NewOrder order) {
        Reply<Boolean> reply = new Reply<>();
        invocations.start(
                "submit " + order.clOrdId(),
                Duration.ZERO,
                () -> reply.complete(submit.test(order)));
        return reply;
    }

    /** Until it is told that the wish is written down; from then on it is not its concern. */
    private void cancel(NewOrder order) {
        Optional<Boolean> noted = Optional.empty();
        while (noted.isEmpty()) {
            Reply<Boolean> reply = new Reply<>();
            invocations.start(
                    "cancel",
                    Duration.ZERO,
                    () -> {
                        cancel.accept(order.id());
                        reply.complete(true);
                    });
            noted = world.await(reply, PATIENCE);
        }
    }
}
