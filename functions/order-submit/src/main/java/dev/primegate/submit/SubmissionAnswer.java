package dev.primegate.submit;

import dev.primegate.order.Denial;
import dev.primegate.order.Order;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What became of a submission, in HTTP. */
final class SubmissionAnswer {
    private static final String REPLAYED = "Idempotent-Replayed";

    private SubmissionAnswer() {}

    /** Throws {@link ProblemException} for whatever is no order under way. */
    static RestResponse<OrderView> of(Submission submission) {
        Placed placed = placed(submission);
        ResponseBuilder<OrderView> answer =
                ResponseBuilder.<OrderView>create(placed.status())
                        .entity(placed.order())
                        .header("Location", "/v1/orders/" + placed.order().orderId());
        return (placed.replayed() ? answer.header(REPLAYED, "true") : answer).build();
    }

    /** As {@link #of}, before it is put into HTTP. */
    static Placed placed(Submission submission) {
        return switch (submission) {
            case Submission.Received(Order order) -> placed(Status.CREATED, order, false);
            case Submission.InDoubt(Order order) -> placed(Status.ACCEPTED, order, false);
            case Submission.Replayed(Order order) -> placed(Status.OK, order, true);
            case Submission.IdentityTaken(Order order, String why) ->
                    throw about(
                            order,
                            Problem.of(
                                    422,
                                    "client-order-id-reused",
                                    "The clOrdId belongs to another order",
                                    why));
            case Submission.Denied(Denial denial) -> throw new ProblemException(denied(denial));
            case Submission.Rejected(Order order, String reason) ->
                    throw about(
                            order,
                            Problem.of(
                                    422,
                                    "broker-rejected",
                                    "The broker refused the order",
                                    reason));
            case Submission.NotSent(Order order, String why) ->
                    throw about(
                            order,
                            Problem.of(
                                            503,
                                            "not-sent",
                                            "The order was not sent",
                                            why + "; ask again under a new clOrdId")
                                    .asRetryable());
            case Submission.ClockSkewed(Duration apart) ->
                    throw new ProblemException(
                            Problem.of(
                                            503,
                                            "clock-skew",
                                            "Our clock and the broker's disagree",
                                            "they are at least %d s apart; nothing was signed, ask again"
                                                    .formatted(apart.toSeconds()))
                                    .asRetryable());
            case Submission.NoBroker() ->
                    throw new ProblemException(
                            Problem.of(
                                            503,
                                            "broker-down",
                                            "No broker can be reached",
                                            "each that could get the order is down; nothing was written, ask again")
                                    .asRetryable());
            case Submission.OutOfTime() ->
                    throw new ProblemException(
                            Problem.of(
                                            503,
                                            "busy",
                                            "The order was not sent",
                                            "too little time is left to send it; ask again")
                                    .asRetryable());
            case Submission.TryLater(String why) ->
                    throw new ProblemException(
                            Problem.of(
                                            503,
                                            "busy",
                                            "The order was not sent",
                                            "the book could not decide in time (%s); ask again under a new clOrdId"
                                                    .formatted(why))
                                    .asRetryable());
        };
    }

    static String location(Order order) {
        return "/v1/orders/" + order.id();
    }

    private static Placed placed(Status status, Order order, boolean replayed) {
        return new Placed(status.getStatusCode(), OrderView.of(order), replayed);
    }

    static Problem denied(Denial denial) {
        Problem problem =
                switch (denial.code()) {
                    case Denial.HALTED ->
                            Problem.of(423, denial.code(), "Trading is halted", denial.reason());
                    case Denial.RETIRED ->
                            Problem.of(
                                            503,
                                            denial.code(),
                                            "An older release may not send",
                                            denial.reason() + "; ask again")
                                    .asRetryable();
                    case Denial.REDUCING ->
                            Problem.of(
                                    423, denial.code(), "Trading may only reduce", denial.reason());
                    default -> Problem.of(422, denial.code(), "It was refused", denial.reason());
                };
        return problem.withFigures(denial.limit().orElse(null), denial.actual().orElse(null));
    }

    private static ProblemException about(Order order, Problem problem) {
        return new ProblemException(
                problem.withOrder(order.id().text()), Optional.of(location(order)));
    }

    /** An order under way, and the status that says how far. */
    record Placed(int status, OrderView order, boolean replayed) {}
}
