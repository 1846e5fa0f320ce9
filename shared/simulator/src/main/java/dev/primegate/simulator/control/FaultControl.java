package dev.primegate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.wire.Fault;
import dev.primegate.simulator.wire.Faults;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Swarm;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What goes wrong with new orders. */
final class FaultControl {
    private static final Set<String> FAULT =
            Set.of("fault", "times", "reason", "retry_after", "delay_ms");

    private final Faults faults;

    FaultControl(Faults faults) {
        this.faults = faults;
    }

    JsonNode list(Request request) {
        List<String> asked = faults.asked().stream().map(fault -> fault.kind().word()).toList();
        return Json.object().set("faults", Json.texts(asked));
    }

    JsonNode ask(Request request) {
        Fields fields = Bodies.read(request, FAULT);
        Fault usual = Fault.of(kind(fields.required("fault")));
        Fault fault =
                new Fault(
                        usual.kind(),
                        fields.text("reason").orElse(usual.reason()),
                        fields.text("retry_after").orElse(null),
                        Duration.ofMillis(
                                Bodies.count(
                                        fields,
                                        "delay_ms",
                                        Math.toIntExact(usual.delay().toMillis()))));
        faults.ask(fault, Bodies.count(fields, "times", 1));
        return list(request);
    }

    JsonNode swarm(Request request) {
        Fields fields = Bodies.read(request, Set.of("seed", "shares"));
        Map<Fault.Kind, Decimal10> shares = new EnumMap<>(Fault.Kind.class);
        fields.table("shares")
                .forEach((word, share) -> shares.put(kind(word), Shares.read(word, share)));
        faults.unleash(new Swarm(fields.number("seed").orElse(0), shares));
        return Json.object();
    }

    private static Fault.Kind kind(String word) {
        return Fault.Kind.of(word)
                .orElseThrow(() ->
                        RefusedException.badRequest(
                                "no fault "
                                        + word
                                        + "; there are "
                                        + Arrays.stream(Fault.Kind.values())
                                                .map(Fault.Kind::word)
                                                .toList()));
    }
}
