package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.order.OrderId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer proves. An order is received if it comes back with our id; only an answer with
 * Alpaca's own error in it is a refusal; everything that is not on this list is doubt.
 */
final class AlpacaAnswers {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final Set<Integer> REFUSALS = Set.of(400, UNAUTHORIZED, 403, NOT_FOUND, 422);

    /** They speak of the caller or his token; a cancel refused so is still wanted. */
    private static final Set<Integer> OF_THE_CALLER = Set.of(UNAUTHORIZED, 403);

    /** Words that make a refusal doubtful: it may have been placed before, or all the same. */
    private static final Set<String> DOUBTFUL =
            Set.of("timed out", "timeout", "deadline", "unique", "duplicate", "already exists");

    private AlpacaAnswers() {}

    static SendOutcome toCreate(Answer answer, OrderId id) {
        return switch (answer) {
            case Answer.Held(String why) -> new SendOutcome.NotSent(why);
            case Answer.Unsent(String why) -> new SendOutcome.NotSent(why);
            case Answer.Broken(String why) -> new SendOutcome.Unknown(why);
            case Answer.Whole whole when whole.status() == OK -> created(whole, id);
            case Answer.Whole whole when whole.isThrottled() ->
                    new SendOutcome.Throttled(whole.retryAfter());
            case Answer.Whole whole ->
                    refusal(whole)
                            .<SendOutcome>map(SendOutcome.Refused::new)
                            .orElseGet(() -> new SendOutcome.Unknown("answered " + whole.status()));
        };
    }

    static CancelOutcome toCancel(Answer answer) {
        return switch (answer) {
            case Answer.Held(String why) -> new CancelOutcome.Unknown(why);
            case Answer.Unsent(String why) -> new CancelOutcome.Unknown(why);
            case Answer.Broken(String why) -> new CancelOutcome.Unknown(why);
            case Answer.Whole whole when whole.status() == NO_CONTENT ->
                    new CancelOutcome.Requested();
            case Answer.Whole whole when OF_THE_CALLER.contains(whole.status()) ->
                    new CancelOutcome.Unknown("answered " + whole.status());
            case Answer.Whole whole ->
                    refusal(whole)
                            .<CancelOutcome>map(CancelOutcome.Refused::new)
                            .orElseGet(
                                    () -> new CancelOutcome.Unknown("answered " + whole.status()));
        };
    }

    /** Whether Alpaca itself says that there is no such thing. */
    static boolean isNotFound(Answer answer) {
        return answer instanceof Answer.Whole whole
                && whole.status() == NOT_FOUND
                && refusal(whole).isPresent();
    }

    private static SendOutcome created(Answer.Whole answer, OrderId id) {
        try {
            AlpacaMessages.Order order = BrokerJson.read(answer.body(), AlpacaMessages.Order.class);
            return id.text().equals(order.clientOrderId())
                    ? new SendOutcome.Received(AlpacaMapping.orderId(order.id()))
                    : new SendOutcome.Unknown("answered 200 with another order");
        } catch (UnreadableException e) {
            return new SendOutcome.Unknown("answered 200, but: " + e.getMessage());
        }
    }

    private static Optional<String> refusal(Answer.Whole answer) {
        if (!REFUSALS.contains(answer.status())) {
            return Optional.empty();
        }
        try {
            AlpacaMessages.Problem problem =
                    BrokerJson.read(answer.body(), AlpacaMessages.Problem.class);
            boolean coded = problem.code() != null || answer.status() == UNAUTHORIZED;
            return Optional.ofNullable(problem.message())
                    .filter(message -> coded && isPlain(message))
                    .map(Answer::clip);
        } catch (UnreadableException _) {
            return Optional.empty(); // Not Alpaca's own: something on the way spoke.
        }
    }

    private static boolean isPlain(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        return !words.isBlank() && DOUBTFUL.stream().noneMatch(words::contains);
    }
}
