package dev.primegate.telemetry;

/**
 * What came of one call to a broker, and whether it says that the integration is at fault. What a
 * broker refuses for business is its answer, and no error; a call that we did not make is none.
 */
public enum CallOutcome {
    /** It did what was asked. */
    ANSWERED(Blame.NOBODY),
    /** It understood, and refuses: too little cash, no such order, a price out of range. */
    REFUSED(Blame.NOBODY),
    /** Our rate did not allow the call, so there was none. */
    HELD(Blame.NO_CALL),
    /** It does not take our key. */
    UNAUTHORIZED(Blame.INTEGRATION),
    /** We called more often than it allows. */
    THROTTLED(Blame.INTEGRATION),
    /** It answered what is no answer of its interface: a redirect, a status nobody gave out. */
    UNEXPECTED(Blame.INTEGRATION),
    /** It says that it failed. */
    SERVER_ERROR(Blame.INTEGRATION),
    /** Not a byte of the request left. */
    UNSENT(Blame.INTEGRATION),
    /** No answer, or half of one. */
    BROKEN(Blame.INTEGRATION);

    private final Blame blame;

    CallOutcome(Blame blame) {
        this.blame = blame;
    }

    /** Whether a call was made that the error rate is of. */
    public boolean isCall() {
        return blame != Blame.NO_CALL;
    }

    /** Whether it counts against the error budget. */
    public boolean isIntegrationError() {
        return blame == Blame.INTEGRATION;
    }

    /** What a whole answer of this HTTP status is. */
    public static CallOutcome ofStatus(int status) {
        return switch (status) {
            case 401, 403, 407 -> UNAUTHORIZED;
            case 429 -> THROTTLED;
            case 405, 406, 408, 411, 413, 414, 415, 421, 426, 431 -> UNEXPECTED;
            default -> ofClass(status);
        };
    }

    private static CallOutcome ofClass(int status) {
        return switch (status / 100) {
            case 2 -> ANSWERED;
            case 4 -> REFUSED;
            case 5 -> SERVER_ERROR;
            default -> UNEXPECTED;
        };
    }

    private enum Blame {
        NOBODY,
        NO_CALL,
        INTEGRATION
    }
}
