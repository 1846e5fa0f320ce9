package dev.primegate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Margin;
import dev.primegate.simulator.wire.Margin.Trouble;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Calls for margin, and withdraws the call. */
final class MarginControl {
    private final Margin margin;

    MarginControl(Margin margin) {
        this.margin = margin;
    }

    JsonNode set(Request request) {
        Fields fields = Bodies.read(request, Set.of("call", "amount"));
        margin.set(
                trouble(fields.required("call")), fields.amount("amount").orElse(Decimal10.ZERO));
        Margin.State state = margin.state();
        return Json.object()
                .put("call", name(state.trouble()))
                .put("amount", state.missing().toString());
    }

    private static Trouble trouble(String name) {
        List<Trouble> all = Arrays.asList(Trouble.values());
        return all.stream()
                .filter(trouble -> name(trouble).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        RefusedException.badRequest(
                                "no call %s; there are %s"
                                        .formatted(
                                                name,
                                                all.stream().map(MarginControl::name).toList())));
    }

    private static String name(Trouble trouble) {
        return trouble.name().toLowerCase(Locale.ROOT);
    }
}
