package dev.primegate.simulator.clearstreet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.RefusedException;
import java.util.List;
import java.util.function.Function;

/** Pages as Clear Street cuts them: 25 unless asked otherwise, and a token if there are more. */
record Pages<T>(Function<T, String> id, Function<T, ? extends JsonNode> writing) {
    private static final int USUAL = 25;
    private static final int MOST = 2_000;

    ObjectNode page(List<T> all, Query query) {
        int size = query.number("page_size").orElse(USUAL);
        if (size < 1 || size > MOST) {
            throw RefusedException.badRequest("page_size must be from 1 to 2000, not " + size);
        }
        int from = query.one("page_token").map(token -> after(all, token)).orElse(0);
        int to = Math.min(all.size(), from + size);
        ObjectNode page = Json.object();
        page.set("data", Json.array(all.subList(from, to), writing));
        if (to < all.size()) {
            page.put("next_page_token", id.apply(all.get(to - 1)));
        }
        return page;
    }

    private int after(List<T> all, String token) {
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(token)) {
                return i + 1;
            }
        }
        throw RefusedException.badRequest("unknown page_token: " + token);
    }
}
