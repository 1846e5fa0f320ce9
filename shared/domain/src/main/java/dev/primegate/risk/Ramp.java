package dev.primegate.risk;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.Optional;

/**
 * Which accounts have outgrown the ramp, on which every account begins: small orders only. A lift
 * is a fact that stays; whoever wants an account small again lowers its limits.
 */
public interface Ramp {
    Optional<RampLift> lift(Tenant tenant, Account account);

    /** Keeps {@code lift} unless there was one before; answers with the one that stands. */
    RampLift lift(Tenant tenant, Account account, RampLift lift);
}
