package dev.primegate.submit;

import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Purpose;
import dev.primegate.broker.Turn;
import dev.primegate.runtime.Turns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Takes an order's place in its broker's rate budget beside the admission, so that it costs no time
 * of its own. If the admission then refuses the order, the place is lost with its second.
 */
@Singleton
class RateQueue implements Queue {
    private final Turns turns;

    RateQueue(Turns turns) {
        this.turns = turns;
    }

    @Override
    public Place join(OrderGateway gateway, Instant until) {
        if (gateway.keepsRate()) {
            return Optional::empty;
        }
        Callable<Turn> wait =
                () -> turns.await(gateway.broker(), gateway.rate(), Purpose.ORDER, until);
        FutureTask<Turn> turn = new FutureTask<>(wait);
        var _ = Thread.ofVirtual().name("rate-queue").start(turn);
        return () -> refusal(turn);
    }

    /** Why an order may not be sent that got this turn; empty if it may. */
    static Optional<String> refusal(Turn turn) {
        return switch (turn) {
            case Turn.Granted _ -> Optional.empty();
            case Turn.Spent _ -> Optional.of("the broker's rate budget is spent");
            case Turn.Paused(Instant until) ->
                    Optional.of("the broker has asked to be left alone until " + until);
        };
    }

    private static Optional<String> refusal(FutureTask<Turn> turn) {
        try {
            return refusal(turn.get());
        } catch (ExecutionException e) {
            // Without an answer there is no place: what was not sent can be asked for again.
            return Optional.of("the rate budget cannot be read: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the function is being stopped");
        }
    }
}
