package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.time.Instant;

/**
 * What a broker said of our margin, by one of its models. Other models of the same account say
 * other things at the same time, so none is understood without its name.
 *
 * @param requirement what must be there
 * @param excess what is there beyond it; below zero it is missing
 * @param asOf the broker's own time of its calculation
 * @param source which of its answers said so
 */
public record MarginState(
        BrokerId broker, Model model, Money requirement, Money excess, Instant asOf, String source) {
    public MarginState {
        if (!requirement.asset().equals(excess.asset())) {
            throw new IllegalArgumentException(
                    "the requirement is in %s and the excess in %s"
                            .formatted(requirement.asset(), excess.asset()));
        }
    }

    /** Whether money is missing, so that positions may only become smaller. */
    public boolean isDeficit() {
        return excess.amount().compareTo(Decimal10.ZERO) < 0;
    }

    /** By whose rules. */
    public enum Model {
        /** The Federal Reserve's Regulation T, a share of each position. */
        REG_T,
        /** By the risk of all positions together. */
        PORTFOLIO,
        /** Across spot, futures and loans of one broker. */
        CROSS
    }
}
