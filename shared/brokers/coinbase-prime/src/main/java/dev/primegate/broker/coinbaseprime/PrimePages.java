package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.Replies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads Prime's lists to their last page, or says that they could not be read. */
final class PrimePages {
    private static final int MOST = 200;

    private PrimePages() {}

    /** Every item in our words, or none if one cannot be read. */
    static <A, B> Fetched<List<B>> mapped(Fetched<List<A>> fetched, Function<A, B> mapping) {
        return switch (fetched) {
            case Fetched.Failed<List<A>>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<List<A>>(List<A> items, Instant at) -> {
                try {
                    yield new Fetched.Whole<>(items.stream().map(mapping).toList(), at);
                } catch (UnreadableException e) {
                    yield new Fetched.Failed<>(String.valueOf(e.getMessage()));
                }
            }
        };
    }

    /** Reads one object. */
    static <T> Fetched<T> one(Answer answer, Class<T> type) {
        return Replies.one(answer, type);
    }

    /**
     * Reads every page.
     *
     * @param call asks for the page at a cursor; null for the first
     * @param items what a page holds
     * @param pagination where the next page is; a page without it proves nothing
     */
    static <P, T> Fetched<List<T>> all(
            Function<@Nullable String, Answer> call,
            Class<P> type,
            Function<P, @Nullable List<T>> items,
            Function<P, PrimeMessages.@Nullable Pagination> pagination) {
        List<T> all = new ArrayList<>();
        Optional<Instant> askedAt = Optional.empty();
        String cursor = null;
        for (int page = 0; page < MOST; page++) {
            switch (one(call.apply(cursor), type)) {
                case Fetched.Failed<P>(String why) -> {
                    return new Fetched.Failed<>("page %d: %s".formatted(page + 1, why));
                }
                case Fetched.Whole<P>(P body, Instant at) -> {
                    List<T> found = items.apply(body);
                    PrimeMessages.Pagination next = pagination.apply(body);
                    if (found == null || next == null) {
                        return new Fetched.Failed<>("page %d is cut".formatted(page + 1));
                    }
                    all.addAll(found);
                    askedAt = askedAt.or(() -> Optional.of(at));
                    if (!next.hasNext()) {
                        return new Fetched.Whole<>(List.copyOf(all), askedAt.orElseThrow());
                    }
                    String cursorBefore = cursor;
                    cursor = next.nextCursor();
                    if (cursor == null || cursor.isEmpty() || cursor.equals(cursorBefore)) {
                        return new Fetched.Failed<>("page %d leads nowhere".formatted(page + 1));
                    }
                }
            }
        }
        return new Fetched.Failed<>("more than %d pages".formatted(MOST));
    }
}
