package dev.primegate.dynamodb;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.risk.Ramp;
import dev.primegate.risk.RampLift;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lifts of the ramp in the table. */
@Singleton
class DynamoRamp implements Ramp {
    private final Table table;

    DynamoRamp(Table table) {
        this.table = table;
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
        table.putIfAbsent(
                Item.at(Key.rampLift(tenant, account))
                        .put("type", "RAMP_LIFT")
                        .put("cleanDays", lift.cleanDays())
                        .put("approvedBy", lift.approvedBy())
                        .put("at", lift.at()));
        return lift(tenant, account).orElseThrow();
    }
}
