package dev.primegate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import dev.primegate.simulator.wire.Transfers;
import java.util.Set;

/** What happens to the account besides trading: keys are retired, money is moved. */
final class AccountControl {
    private final Switchboard switchboard;

    AccountControl(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /** The keys that are taken no longer, all of them; an empty list takes each again. */
    JsonNode keys(Request request) {
        Fields fields = Bodies.read(request, Set.of("retired"));
        switchboard.keys().retire(Set.copyOf(fields.texts("retired")));
        return Json.object().set("retired", Json.texts(fields.texts("retired")));
    }

    JsonNode transfer(Request request) {
        Fields fields = Bodies.read(request, Set.of("type", "status", "symbol", "amount"));
        Transfers.Transfer transfer =
                switchboard
                        .transfers()
                        .add(
                                fields.required("type"),
                                fields.required("status"),
                                fields.required("symbol"),
                                Bodies.amount(fields, "amount"),
                                switchboard.clock().instant());
        return Json.object().put("id", transfer.id());
    }
}
