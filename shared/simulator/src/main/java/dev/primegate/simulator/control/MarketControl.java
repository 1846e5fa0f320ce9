package dev.primegate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.engine.Quote;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.util.Set;

/** Prices, and whether orders fill by themselves. */
final class MarketControl {
    private final Engine engine;

    MarketControl(Engine engine) {
        this.engine = engine;
    }

    JsonNode show(Request request) {
        return Json.object().set("markets", Json.array(Instruments.all(), this::view));
    }

    JsonNode set(Request request) {
        Fields fields = Bodies.read(request, Set.of("instrument", "price"));
        Instrument instrument = Bodies.instrument(fields);
        engine.hands().pin(instrument, Bodies.amount(fields, "price"));
        return view(instrument);
    }

    JsonNode mode(Request request) {
        String mode = Bodies.read(request, Set.of("mode")).required("mode");
        switch (mode) {
            case "manual" -> engine.hands().manual(true);
            case "auto" -> engine.hands().manual(false);
            default ->
                    throw RefusedException.badRequest("mode must be manual or auto, not " + mode);
        }
        return Json.object().put("mode", mode);
    }

    private ObjectNode view(Instrument instrument) {
        Quote quote = engine.quote(instrument);
        return Json.object()
                .put("instrument", instrument.id())
                .put("bid", quote.bid().toString())
                .put("offer", quote.offer().toString());
    }
}
