package dev.primegate.submit;

import dev.primegate.money.Decimal10;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.risk.Ramp;
import dev.primegate.risk.RampLift;
import dev.primegate.risk.RiskCheck;
import dev.primegate.risk.Verdict;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps an account's orders small until the ramp is lifted. */
@Singleton
class RampCheck {
    private final RiskConfig config;
    private final Ramp ramp;

    RampCheck(RiskConfig config, Ramp ramp) {
        this.config = config;
        this.ramp = ramp;
    }

    /** Looks for a lift only if the order needs one. */
    Verdict check(NewOrder order, Verdict.Passed passed) {
        if (!config.ramp().enabled()) {
            return passed;
        }
        Decimal10 notional = passed.reservation().notional();
        Decimal10 most = Decimal10.exactly(config.ramp().maxOrderNotional());
        if (notional.compareTo(most) <= 0) {
            return with(passed, new RiskCheck("ramp", most.toString(), notional.toString()));
        }
        Optional<RampLift> lift = ramp.lift(order.tenant(), order.account());
        return lift.<Verdict>map(found -> with(passed, lifted(found)))
                .orElseGet(() ->
                        new Verdict.Denied(
                                Denial.beyond(
                                        "ramp-order-notional",
                                        "the account is on the ramp, which nobody has lifted",
                                        most,
                                        notional)));
    }

    /** So that the order's own history says who let it be as large as it is. */
    private static RiskCheck lifted(RampLift lift) {
        return new RiskCheck(
                "ramp",
                "lifted by %s at %s".formatted(lift.approvedBy(), lift.at()),
                lift.cleanDays() + " clean days");
    }

    private static Verdict with(Verdict.Passed passed, RiskCheck check) {
        List<RiskCheck> checks = new ArrayList<>(passed.checks());
        checks.add(check);
        return new Verdict.Passed(
                passed.reservation(), passed.limits(), List.copyOf(checks), passed.expectation());
    }
}
