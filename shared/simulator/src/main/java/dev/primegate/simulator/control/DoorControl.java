package dev.primegate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import java.time.Duration;
import java.util.Set;

/**
 * The door: who came, how many may, whether anybody answers, what the clock there says; and how to
 * begin anew.
 */
final class DoorControl {
    private final Engine engine;
    private final Switchboard switchboard;

    DoorControl(Engine engine, Switchboard switchboard) {
        this.engine = engine;
        this.switchboard = switchboard;
    }

    JsonNode requests(Request request) {
        return Json.object()
                .set(
                        "requests",
                        Json.array(
                                switchboard.log().seen(),
                                seen ->
                                        Json.object()
                                                .put("time", seen.at().toString())
                                                .put("method", seen.method())
                                                .put("path", seen.path())
                                                .put("status", seen.status())));
    }

    JsonNode throttle(Request request) {
        Fields fields = Bodies.read(request, Set.of("rate_per_second", "burst"));
        int rate =
                fields.number("rate_per_second")
                        .orElseThrow(() ->
                                RefusedException.badRequest(
                                        "rate_per_second is required, a whole number"));
        if (rate < 0) {
            throw RefusedException.badRequest("rate_per_second must not be negative: " + rate);
        }
        switchboard.limit().set(rate, Bodies.count(fields, "burst", rate));
        return Json.object();
    }

    /** Begins an outage unless it is said to be over. */
    JsonNode outage(Request request) {
        if (Bodies.read(request, Set.of("over")).flag("over").orElse(false)) {
            switchboard.outage().end();
            return Json.object().put("cut", 0);
        }
        switchboard.outage().begin();
        return Json.object().put("cut", switchboard.lines().cutAll());
    }

    JsonNode clock(Request request) {
        Fields fields = Bodies.read(request, Set.of("skew_seconds"));
        int skew =
                fields.number("skew_seconds")
                        .orElseThrow(() ->
                                RefusedException.badRequest(
                                        "skew_seconds is required, a whole number"));
        switchboard.clock().skew(Duration.ofSeconds(skew));
        return Json.object().put("time", switchboard.clock().instant().toString());
    }

    JsonNode reset(Request request) {
        engine.reset();
        switchboard.reset();
        return Json.object();
    }
}
