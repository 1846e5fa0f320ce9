package dev.primegate.dynamodb;

import dev.primegate.audit.Act;
import dev.primegate.audit.Trail;
import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.risk.Ramp;
import dev.primegate.risk.RampLift;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lifts of the ramp in the table. */
@Singleton
class DynamoRamp implements Ramp {
    private final Table table;
    private final DynamoTrails trails;

    DynamoRamp(Table table, DynamoTrails trails) {
        this.table = table;
        this.trails = trails;
    }

    @Override
    public Optional<RampLift> lift(Tenant tenant, Account account) {
        return table.get(Key.rampLift(tenant, account))
                .map(item ->
                        new RampLift(
                                (int) item.number("cleanDays"),
                                item.text("approvedBy"),
                                item.time("at")));
    }

    @Override
    public RampLift lift(Tenant tenant, Account account, RampLift lift) {
        Item item =
                Item.at(Key.rampLift(tenant, account))
                        .put("type", "RAMP_LIFT")
                        .put("cleanDays", lift.cleanDays())
                        .put("approvedBy", lift.approvedBy())
                        .put("at", lift.at());
        Act act =
                new Act(
                        Trail.of(tenant),
                        lift.at(),
                        lift.approvedBy(),
                        "RAMP_LIFTED",
                        new TreeMap<>(
                                Map.of(
                                        "account", account.name(),
                                        "cleanDays", Integer.toString(lift.cleanDays()))));
        switch (trails.write(act, List.of(Write.putIfAbsent(table.name(), item)))) {
            case Result.Written _, Result.Refused _ -> {} // Refused: it was lifted before.
            case Result.Busy(String why) ->
                    throw new IllegalStateException("the ramp cannot be written: " + why);
        }
        return lift(tenant, account).orElseThrow();
    }
}
