package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Level;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.wire.Json;
import java.time.Instant;
import java.util.List;

/** A book, or what changed in it, as the {@code l2_data} channel tells it. */
final class DepthNews {
    private DepthNews() {}

    static ObjectNode of(String type, Instrument instrument, List<Level> levels, Instant at) {
        return Json.object()
                .put("type", type)
                .put("product_id", instrument.id())
                .set("updates", Json.array(levels, level -> update(level, at)));
    }

    private static ObjectNode update(Level level, Instant at) {
        return Json.object()
                .put("side", level.side() == Side.BUY ? "bid" : "offer")
                .put("event_time", at.toString())
                .put("px", level.price().toString())
                .put("qty", level.quantity().toString());
    }
}
