package dev.primegate.submit;

import dev.primegate.breaks.Reason;
import java.util.Optional;
import java.util.Set;

/** The bodies of steps with a break. */
final class BreakDocument {
    private static final String EVIDENCE = "what shows it, in 1 to 500 characters";

    private BreakDocument() {}

    /** Why it ends, and what shows it. */
    record End(Reason reason, String evidence) {}

    /** Throws {@link ProblemException} if anything is wrong, naming all of it. */
    static End end(byte[] body) {
        Fields fields = new Fields(StrictJson.object(body), Set.of("reason", "evidence"));
        Optional<Reason> reason =
                fields.required("reason", "a reason", fields.word("reason", Reason.class));
        if (reason.filter(Reason.NO_LONGER_FOUND::equals).isPresent()) {
            fields.wrong("reason", "a reason that a person can give", "NO_LONGER_FOUND");
        }
        Optional<String> evidence =
                fields.required("evidence", EVIDENCE, fields.text("evidence", 500));
        refuse(fields);
        return new End(reason.orElseThrow(), evidence.orElseThrow());
    }

    static String reopening(byte[] body) {
        Fields fields = new Fields(StrictJson.object(body), Set.of("reason"));
        Optional<String> reason =
                fields.required(
                        "reason", "why, in 1 to 500 characters", fields.text("reason", 500));
        refuse(fields);
        return reason.orElseThrow();
    }

    private static void refuse(Fields fields) {
        if (fields.violations().isEmpty()) {
            return;
        }
        var first = fields.violations().getFirst();
        throw new ProblemException(
                Problem.of(
                                400,
                                "invalid-break-step",
                                "The step is not valid",
                                "%s: expected %s, found %s"
                                        .formatted(first.field(), first.expected(), first.found()))
                        .withViolations(fields.violations()));
    }
}
