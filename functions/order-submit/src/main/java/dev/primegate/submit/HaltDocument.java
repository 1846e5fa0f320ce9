package dev.primegate.submit;

import dev.primegate.risk.TradingState;
import dev.primegate.submit.HaltTrading.Wish;
import java.util.Optional;
import java.util.Set;

/** The body of {@code PUT /v1/halts/{scope}}. */
final class HaltDocument {
    private static final String STATES = "HALTED or REDUCING; DELETE resumes";

    private HaltDocument() {}

    /** Throws {@link ProblemException} if anything is wrong, naming all of it. */
    static Wish read(byte[] body) {
        Fields fields =
                new Fields(StrictJson.object(body), Set.of("state", "reason", "cancelOpenOrders"));
        Optional<TradingState> state =
                fields.required("state", STATES, fields.word("state", TradingState.class));
        if (state.filter(TradingState.ACTIVE::equals).isPresent()) {
            fields.wrong("state", STATES, "ACTIVE");
        }
        Optional<String> reason =
                fields.required(
                        "reason", "why, in 1 to 200 characters", fields.text("reason", 200));
        Optional<Boolean> cancel =
                fields.required(
                        "cancelOpenOrders", "true or false", fields.flag("cancelOpenOrders"));
        if (!fields.violations().isEmpty()) {
            var first = fields.violations().getFirst();
            throw new ProblemException(
                    Problem.of(
                                    400,
                                    "invalid-halt",
                                    "The halt is not valid",
                                    "%s: expected %s, found %s"
                                            .formatted(
                                                    first.field(), first.expected(), first.found()))
                            .withViolations(fields.violations()));
        }
        return new Wish(state.orElseThrow(), reason.orElseThrow(), cancel.orElseThrow());
    }
}
