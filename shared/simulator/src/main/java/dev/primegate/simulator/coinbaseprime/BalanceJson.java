package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Balance;
import dev.primegate.simulator.wire.Json;
import java.util.List;
import java.util.function.Function;

/** The balance object of an asset that is not staked, and sums of balances. */
final class BalanceJson {
    private BalanceJson() {}

    static ObjectNode of(Balance balance) {
        Decimal10 free = balance.amount().minus(balance.holds()).max(Decimal10.ZERO);
        ObjectNode json =
                Json.object()
                        .put("symbol", balance.asset().code())
                        .put("amount", balance.amount().toString())
                        .put("holds", balance.holds().toString())
                        .put("withdrawable_amount", free.toString())
                        .put("fiat_amount", balance.dollars().toString());
        for (String unused :
                List.of(
                        "bonded_amount",
                        "reserved_amount",
                        "unbonding_amount",
                        "unvested_amount",
                        "pending_rewards_amount",
                        "past_rewards_amount",
                        "bondable_amount",
                        "unbondable_amount")) {
            json.put(unused, "0");
        }
        return json.put("claimable_rewards_amount", "");
    }

    /** The sum in dollars. */
    static ObjectNode total(List<Balance> balances) {
        return Json.object()
                .put("total", sum(balances, Balance::dollars))
                .put("holds", sum(balances, Balance::dollarsHeld));
    }

    private static String sum(List<Balance> balances, Function<Balance, Decimal10> part) {
        return balances.stream().map(part).reduce(Decimal10.ZERO, Decimal10::plus).toString();
    }
}
