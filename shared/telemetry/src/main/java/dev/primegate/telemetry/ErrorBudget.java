package dev.primegate.telemetry;

/** How many integration errors there may be: fewer than one in a thousand calls. */
public record ErrorBudget(long calls, long errors) {
    private static final long ONE_IN = 1_000;

    public ErrorBudget {
        if (errors < 0 || calls < errors) {
            throw new IllegalArgumentException("%d errors in %d calls".formatted(errors, calls));
        }
    }

    /** None yet. */
    public static ErrorBudget fresh() {
        return new ErrorBudget(0, 0);
    }

    /** With one more outcome. */
    public ErrorBudget with(CallOutcome outcome) {
        return new ErrorBudget(
                calls + (outcome.isCall() ? 1 : 0),
                errors + (outcome.isIntegrationError() ? 1 : 0));
    }

    /** Whether there were as many errors as there must not be. */
    public boolean isBurnt() {
        return errors > 0 && Math.multiplyExact(errors, ONE_IN) >= calls;
    }
}
