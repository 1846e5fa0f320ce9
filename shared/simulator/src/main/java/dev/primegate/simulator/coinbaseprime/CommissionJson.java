package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.wire.Json;

/** A commission split as in an all-in plan: all of it is the client's commission. */
final class CommissionJson {
    private CommissionJson() {}

    static ObjectNode of(Decimal10 commission) {
        return Json.object()
                .put("total_commission", commission.toString())
                .put("client_commission", commission.toString())
                .put("venue_commission", "0")
                .put("ces_commission", "0")
                .put("financing_commission", "0")
                .put("regulatory_commission", "0")
                .put("clearing_commission", "0");
    }
}
