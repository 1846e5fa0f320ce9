package dev.primegate.submit;

import java.util.Optional;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Optional<String> location;

    ProblemException(Problem problem) {
        this(problem, Optional.empty());
    }

    /** For a problem about an order that exists. */
    ProblemException(Problem problem, Optional<String> location) {
        super(problem.detail());
        this.problem = problem;
        this.location = location;
    }

    Problem problem() {
        return problem;
    }

    Optional<String> location() {
        return location;
    }
}
