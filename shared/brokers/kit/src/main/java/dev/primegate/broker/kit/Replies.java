package dev.primegate.broker.kit;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;

/** Reads what brokers reply to questions. */
public final class Replies {
    private Replies() {}

    /** Reads one object; whatever is not a whole 200 with a date is a failure. */
    public static <T> Fetched<T> one(Answer answer, Class<T> type) {
        return switch (answer) {
            case Answer.Held(String why) -> new Fetched.Failed<>(why);
            case Answer.Unsent(String why) -> new Fetched.Failed<>(why);
            case Answer.Broken(String why) -> new Fetched.Failed<>(why);
            case Answer.Whole whole -> read(whole, type);
        };
    }

    private static <T> Fetched<T> read(Answer.Whole answer, Class<T> type) {
        if (answer.status() != 200) {
            return new Fetched.Failed<>("answered %d".formatted(answer.status()));
        }
        if (answer.date().isEmpty()) {
            return new Fetched.Failed<>("answered without a date");
        }
        try {
            return new Fetched.Whole<>(BrokerJson.read(answer.body(), type), answer.date().get());
        } catch (UnreadableException e) {
            return new Fetched.Failed<>(String.valueOf(e.getMessage()));
        }
    }
}
