package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.order.BrokerOrderId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What Prime's answers to writes prove. Prime speaks the status codes of gRPC over HTTP: 400, 401,
 * 403 and 404 with its error body are refusals; everything that is not on this list is doubt.
 */
final class PrimeAnswers {
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404);

    /** They speak of the caller, his clock or his key; a cancel refused so is still wanted. */
    private static final Set<Integer> OF_THE_CALLER = Set.of(401, 403);

    /** Words that make a refusal doubtful: it may have been placed before, or all the same. */
    private static final Set<String> DOUBTFUL =
            Set.of("timed out", "timeout", "deadline", "duplicate client order id");

    private PrimeAnswers() {}

    static SendOutcome toCreate(Answer.Whole answer) {
        if (answer.status() == 200) {
            return created(answer);
        }
        if (answer.isThrottled()) {
            return new SendOutcome.Throttled(answer.retryAfter());
        }
        Optional<String> refusal = refusal(answer);
        return refusal.isPresent()
                ? new SendOutcome.Refused(refusal.get())
                : new SendOutcome.Unknown("answered %d".formatted(answer.status()));
    }

    static CancelOutcome toCancel(Answer.Whole answer) {
        if (answer.status() == 200) {
            return new CancelOutcome.Requested();
        }
        Optional<String> refusal =
                OF_THE_CALLER.contains(answer.status()) ? Optional.empty() : refusal(answer);
        return refusal.isPresent()
                ? new CancelOutcome.Refused(refusal.get())
                : new CancelOutcome.Unknown("answered %d".formatted(answer.status()));
    }

    private static SendOutcome created(Answer.Whole answer) {
        try {
            BrokerOrderId id =
                    PrimeMapping.orderId(
                            BrokerJson.read(answer.body(), PrimeMessages.OrderCreated.class)
                                    .orderId());
            return new SendOutcome.Received(id);
        } catch (UnreadableException e) {
            return new SendOutcome.Unknown("answered 200, but: " + e.getMessage());
        }
    }

    /** What Prime says against a request, if that is its own word and leaves no doubt. */
    static Optional<String> refusal(Answer.Whole answer) {
        if (!REFUSALS.contains(answer.status())) {
            return Optional.empty();
        }
        try {
            String message = BrokerJson.read(answer.body(), PrimeMessages.Failure.class).message();
            if (message == null || message.isBlank()) {
                return Optional.empty();
            }
            String words = message.toLowerCase(Locale.ROOT);
            return DOUBTFUL.stream().anyMatch(words::contains)
                    ? Optional.empty()
                    : Optional.of(Answer.clip(message));
        } catch (UnreadableException _) {
            return Optional.empty(); // Not Prime's own answer: something on the way spoke.
        }
    }
}
