package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.RefusedException;
import java.util.List;
import java.util.function.Function;

/**
 * Pages as Prime cuts them: newest first unless asked otherwise, and a cursor that names the last
 * record consumed, empty at the end.
 */
record Paging<T>(String name, Function<T, String> id, Function<T, ? extends JsonNode> writing) {
    private static final int USUAL = 100;
    private static final int MOST = 3_000;

    /** Cuts the page that {@code query} asks for out of everything there is, oldest first. */
    ObjectNode page(List<T> oldestFirst, Query query) {
        boolean ascending = isAscending(query);
        List<T> all = ascending ? oldestFirst : oldestFirst.reversed();
        int from = query.one("cursor").map(cursor -> after(all, cursor)).orElse(0);
        int to = Math.min(all.size(), from + limit(query));
        return answer(all.subList(from, to), to < all.size(), ascending);
    }

    /** Everything on one page, whatever limit or cursor is asked for. */
    ObjectNode onePage(List<T> oldestFirst, Query query) {
        boolean ascending = isAscending(query);
        return answer(ascending ? oldestFirst : oldestFirst.reversed(), false, ascending);
    }

    private ObjectNode answer(List<T> page, boolean hasNext, boolean ascending) {
        ObjectNode answer = Json.object();
        answer.set(name, Json.array(page, writing));
        answer.putObject("pagination")
                .put("next_cursor", hasNext ? id.apply(page.getLast()) : "")
                .put("sort_direction", ascending ? "ASC" : "DESC")
                .put("has_next", hasNext);
        return answer;
    }

    private int after(List<T> all, String cursor) {
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(cursor)) {
                return i + 1;
            }
        }
        throw RefusedException.badRequest("unknown cursor: " + cursor);
    }

    private static boolean isAscending(Query query) {
        String direction = query.one("sort_direction").orElse("DESC");
        return Words.oneOf("sort_direction", direction, List.of("DESC", "ASC")).equals("ASC");
    }

    private static int limit(Query query) {
        int limit = query.number("limit").orElse(USUAL);
        if (limit < 0 || limit > MOST) {
            throw RefusedException.badRequest("limit must be from 1 to " + MOST + ", not " + limit);
        }
        return limit == 0 ? USUAL : limit;
    }
}
