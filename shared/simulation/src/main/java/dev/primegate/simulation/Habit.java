package dev.primegate.simulation;

/** How orders are sent elsewhere: three published habits. */
enum Habit {
    /**
     * An idempotency library around the whole handler: a record marks it in progress; it is deleted
     * when the handler throws and expires when it dies, and a repeat then executes it again.
     */
    IDEMPOTENCY_LIBRARY("re-execute after a time-out"),
    /** The POST is tried again after 1, 4 and 9 s when it fails or answers 5xx. */
    RETRY_THE_POST("retry the POST on 5xx"),
    /** An intent is written first; no answer counts as a refusal, and a refused order is closed. */
    TIMEOUT_IS_REJECTED("a time-out means rejected");

    private final String words;

    Habit(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
