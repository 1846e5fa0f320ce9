package dev.primegate.broker.falconx;

import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What FalconX's answers to writes prove. A trade is in the answer itself. 400, 401, 403 and 404
 * with its error body are refusals, and so is a 200 that says "not filled" and why; everything that
 * is not on this list is doubt.
 */
final class FalconXAnswers {
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404);

    /** Words that make a refusal doubtful: it may have traded before, or all the same. */
    private static final Set<String> DOUBTFUL =
            Set.of("timed out", "timeout", "deadline", "duplicate", "already");

    private final FalconXMapping mapping;

    FalconXAnswers(FalconXMapping mapping) {
        this.mapping = mapping;
    }

    /** What became of {@code order}. */
    SendOutcome toOrder(Answer.Whole answer, NewOrder order) {
        if (answer.status() == 200) {
            return answered(answer, order);
        }
        if (answer.isThrottled()) {
            return new SendOutcome.Throttled(answer.retryAfter());
        }
        return refusal(answer)
                .<SendOutcome>map(SendOutcome.Refused::new)
                .orElseGet(() -> new SendOutcome.Unknown("answered %d".formatted(answer.status())));
    }

    /** Why a request was refused, if the answer is a refusal by FalconX itself. */
    static Optional<String> refusal(Answer.Whole answer) {
        if (!REFUSALS.contains(answer.status())) {
            return Optional.empty();
        }
        try {
            FalconXMessages.Failure failure =
                    BrokerJson.read(answer.body(), FalconXMessages.Failure.class);
            return FalconXMapping.problem(failure.error())
                    .or(() -> said(failure.message()))
                    .filter(FalconXAnswers::isCertain);
        } catch (UnreadableException _) {
            return Optional.empty(); // Not its own answer: something on the way spoke.
        }
    }

    private SendOutcome answered(Answer.Whole answer, NewOrder order) {
        try {
            FalconXMessages.Quote quote =
                    BrokerJson.read(answer.body(), FalconXMessages.Quote.class);
            requireSame(quote, order);
            return answered(quote, answer);
        } catch (UnreadableException e) {
            return new SendOutcome.Unknown("answered 200, but: " + e.getMessage());
        }
    }

    private SendOutcome answered(FalconXMessages.Quote quote, Answer.Whole answer) {
        if (answer.date().isEmpty()) {
            throw new UnreadableException("without a date", null);
        }
        OrderEvent.Reported reported = FalconXMapping.reported(quote, answer.date().get());
        if (reported.status() == OrderStatus.FILLED) {
            return new SendOutcome.Ended(
                    List.of(reported, new OrderEvent.Executed(mapping.execution(quote))));
        }
        if (reported.status() != OrderStatus.REJECTED) {
            // It has it, and has not said how it ended.
            return new SendOutcome.Received(reported.brokerOrderId().orElseThrow());
        }
        return isCertain(reported.text().orElseThrow())
                ? new SendOutcome.Ended(List.of(reported))
                : new SendOutcome.Unknown("answered 200, but: " + reported.text().get());
    }

    /** The answer to another's question proves nothing of ours. */
    private static void requireSame(FalconXMessages.Quote quote, NewOrder order) {
        boolean same =
                order.terms()
                        .quote()
                        .map(id -> id.id().equals(quote.fxQuoteId()))
                        .orElseGet(() ->
                                quote.clientOrderId() == null
                                        || order.id().text().equals(quote.clientOrderId()));
        if (!same) {
            throw new UnreadableException("it is about another order", null);
        }
    }

    private static Optional<String> said(@Nullable String message) {
        return Optional.ofNullable(message).filter(m -> !m.isBlank()).map(Answer::clip);
    }

    private static boolean isCertain(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return DOUBTFUL.stream().noneMatch(lower::contains);
    }
}
