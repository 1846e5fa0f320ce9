package dev.primegate.simulation;

/** How orders are sent elsewhere: three published habits. */
enum Habit {
    /**
     * An idempotency library around the whole handler: a record marks it in progress, and when that
     * has expired a repeat executes the handler again.
     */
    IDEMPOTENCY_LIBRARY("re-execute after a time-out"),
    /** The POST is tried again after 1, 4 and 9 s when it fails or answers 5xx. */
    RETRY_THE_POST("retry the POST on 5xx"),
    /** An intent is written first, and no answer counts as a refusal. */
    TIMEOUT_IS_REJECTED("a time-out means rejected");

    private final String words;

    Habit(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
