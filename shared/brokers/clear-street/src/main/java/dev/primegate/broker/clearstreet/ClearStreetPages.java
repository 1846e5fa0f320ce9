package dev.primegate.broker.clearstreet;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.Replies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads Clear Street's lists to their last page, or says that they could not be read. */
final class ClearStreetPages {
    private static final int MOST = 100;

    private ClearStreetPages() {}

    /**
     * Reads every page.
     *
     * @param call asks for the page at a token; null for the first
     * @param items what a page holds
     * @param next where the next page is; a last page has no token
     */
    static <P, T> Fetched<List<T>> all(
            Function<@Nullable String, Answer> call,
            Class<P> type,
            Function<P, @Nullable List<T>> items,
            Function<P, @Nullable String> next) {
        List<T> all = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        Optional<Instant> askedAt = Optional.empty();
        String token = null;
        for (int page = 1; page <= MOST; page++) {
            switch (Replies.one(call.apply(token), type)) {
                case Fetched.Failed<P>(String why) -> {
                    return new Fetched.Failed<>("page %d: %s".formatted(page, why));
                }
                case Fetched.Whole<P>(P body, Instant at) -> {
                    List<T> found = items.apply(body);
                    if (found == null) {
                        return new Fetched.Failed<>("page %d is cut".formatted(page));
                    }
                    all.addAll(found);
                    askedAt = askedAt.or(() -> Optional.of(at));
                    token = next.apply(body);
                    if (token == null || token.isEmpty()) {
                        return new Fetched.Whole<>(List.copyOf(all), askedAt.orElseThrow());
                    }
                    if (!tokens.add(token)) {
                        return new Fetched.Failed<>("page %d leads in a circle".formatted(page));
                    }
                }
            }
        }
        return new Fetched.Failed<>("more than %d pages".formatted(MOST));
    }
}
