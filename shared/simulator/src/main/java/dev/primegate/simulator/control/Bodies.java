package dev.primegate.simulator.control;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.util.Set;

/** Bodies of control requests; an empty one is an object without fields. */
final class Bodies {
    private Bodies() {}

    static Fields read(Request request, Set<String> known) {
        return Fields.of(request.body().isBlank() ? "{}" : request.body(), known);
    }

    static Decimal10 amount(Fields fields, String name) {
        return fields.amount(name)
                .orElseThrow(() ->
                        RefusedException.badRequest(name + " is required, as a decimal string"));
    }

    static Instrument instrument(Fields fields) {
        String id = fields.required("instrument");
        return Instruments.find(id)
                .orElseThrow(() ->
                        RefusedException.badRequest(
                                "no instrument " + id + "; there are " + Instruments.all()));
    }

    /** A whole number that is not negative. */
    static int count(Fields fields, String name, int usual) {
        int count = fields.number(name).orElse(usual);
        if (count < 0) {
            throw RefusedException.badRequest(name + " must not be negative: " + count);
        }
        return count;
    }
}
