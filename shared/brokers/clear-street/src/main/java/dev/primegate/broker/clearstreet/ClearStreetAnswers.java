package dev.primegate.broker.clearstreet;

import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.LocateDesk;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What Clear Street's answers to writes prove. 201 is received, and a client error with its own
 * problem body is a refusal; everything that is not on this list is doubt.
 */
final class ClearStreetAnswers {
    private static final int CREATED = 201;
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 422);

    /** They speak of the caller or his token; a cancel refused so is still wanted. */
    private static final Set<Integer> OF_THE_CALLER = Set.of(401, 403);

    /** Words that make a refusal doubtful: it may have been placed before, or all the same. */
    private static final Set<String> DOUBTFUL =
            Set.of("timed out", "timeout", "deadline", "duplicate", "already exists");

    private ClearStreetAnswers() {}

    static SendOutcome toCreate(Answer answer) {
        return switch (answer) {
            case Answer.Whole whole when whole.status() == CREATED -> created(whole);
            default -> otherwise(answer);
        };
    }

    /** One outcome for each of {@code count} orders, in their order. */
    static List<SendOutcome> toBulk(Answer answer, int count) {
        return answer instanceof Answer.Whole whole && whole.status() == CREATED
                ? bulk(whole, count)
                : Collections.nCopies(count, otherwise(answer));
    }

    static CancelOutcome toCancel(Answer answer) {
        return switch (answer) {
            case Answer.Whole whole when whole.status() == CREATED -> new CancelOutcome.Requested();
            case Answer.Whole whole when OF_THE_CALLER.contains(whole.status()) ->
                    new CancelOutcome.Unknown("answered " + whole.status());
            case Answer.Whole whole ->
                    refusal(whole)
                            .<CancelOutcome>map(CancelOutcome.Refused::new)
                            .orElseGet(
                                    () -> new CancelOutcome.Unknown("answered " + whole.status()));
            case Answer.Held(String why) -> new CancelOutcome.Unknown(why);
            case Answer.Unsent(String why) -> new CancelOutcome.Unknown(why);
            case Answer.Broken(String why) -> new CancelOutcome.Unknown(why);
        };
    }

    /** Why a request for stock came to nothing. */
    static LocateDesk.Asked toLocate(Answer answer) {
        return switch (otherwise(answer)) {
            case SendOutcome.Refused(String reason) -> new LocateDesk.Asked.Refused(reason);
            case SendOutcome.NotSent(String why) ->
                    new LocateDesk.Asked.Refused("not sent: " + why);
            case SendOutcome.Throttled _ -> new LocateDesk.Asked.Refused("too many requests");
            case SendOutcome.Unknown(String doubt) -> new LocateDesk.Asked.Unknown(doubt);
            case SendOutcome.Received _, SendOutcome.Ended _ ->
                    new LocateDesk.Asked.Unknown("received without an id");
        };
    }

    private static SendOutcome otherwise(Answer answer) {
        return switch (answer) {
            case Answer.Held(String why) -> new SendOutcome.NotSent(why);
            case Answer.Unsent(String why) -> new SendOutcome.NotSent(why);
            case Answer.Broken(String why) -> new SendOutcome.Unknown(why);
            case Answer.Whole whole when whole.isThrottled() ->
                    new SendOutcome.Throttled(whole.retryAfter());
            case Answer.Whole whole ->
                    refusal(whole)
                            .<SendOutcome>map(SendOutcome.Refused::new)
                            .orElseGet(() -> new SendOutcome.Unknown("answered " + whole.status()));
        };
    }

    private static SendOutcome created(Answer.Whole answer) {
        try {
            return new SendOutcome.Received(
                    ClearStreetMapping.orderId(
                            BrokerJson.read(answer.body(), ClearStreetMessages.OrderCreated.class)
                                    .orderId()));
        } catch (UnreadableException e) {
            return new SendOutcome.Unknown("answered 201, but: " + e.getMessage());
        }
    }

    /** Results that do not add up cannot be told apart, so none of them is believed. */
    private static List<SendOutcome> bulk(Answer.Whole answer, int count) {
        try {
            var bulk = BrokerJson.read(answer.body(), ClearStreetMessages.OrdersCreated.class);
            List<ClearStreetMessages.Result> results = bulk.data();
            if (results == null || results.size() != count) {
                return doubts(count, "answered 201 with another number of results");
            }
            long submitted =
                    results.stream().filter(r -> Boolean.TRUE.equals(r.submitted())).count();
            if (!Objects.equals(bulk.submitted(), (int) submitted)
                    || !Objects.equals(bulk.rejected(), count - (int) submitted)) {
                return doubts(count, "answered 201 with results that do not add up");
            }
            return results.stream().map(ClearStreetAnswers::one).toList();
        } catch (UnreadableException e) {
            return doubts(count, "answered 201, but: " + e.getMessage());
        }
    }

    private static SendOutcome one(ClearStreetMessages.Result result) {
        boolean named = result.orderId() != null && !result.orderId().isEmpty();
        if (Boolean.TRUE.equals(result.submitted()) && named) {
            return new SendOutcome.Received(ClearStreetMapping.orderId(result.orderId()));
        }
        Optional<String> reason =
                Optional.ofNullable(result.reason()).filter(ClearStreetAnswers::isPlain);
        return Boolean.FALSE.equals(result.submitted()) && !named && reason.isPresent()
                ? new SendOutcome.Refused(Answer.clip(reason.get()))
                : new SendOutcome.Unknown("a result that contradicts itself: " + result);
    }

    private static List<SendOutcome> doubts(int count, String why) {
        return Collections.nCopies(count, new SendOutcome.Unknown(why));
    }

    private static Optional<String> refusal(Answer.Whole answer) {
        if (!REFUSALS.contains(answer.status())) {
            return Optional.empty();
        }
        try {
            var problem = BrokerJson.read(answer.body(), ClearStreetMessages.Problem.class);
            if (problem.title() == null || !Objects.equals(problem.status(), answer.status())) {
                return Optional.empty(); // Not Clear Street's own: something on the way spoke.
            }
            String said =
                    problem.detail() == null
                            ? problem.title()
                            : "%s: %s".formatted(problem.title(), problem.detail());
            return Optional.of(said).filter(ClearStreetAnswers::isPlain).map(Answer::clip);
        } catch (UnreadableException _) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        return !words.isBlank() && DOUBTFUL.stream().noneMatch(words::contains);
    }
}
