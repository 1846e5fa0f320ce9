package dev.primegate.ledger;

/** Why a position moves without a trade. */
public enum JournalKind {
    /** What the broker held for us before the first trade through here. */
    OPENING(true, true),
    /** From one account or broker to another, or to or from outside. */
    TRANSFER(false, true),
    /** A split, a merger, a stock dividend: units come and go, and their cost with them. */
    CORPORATE_ACTION(false, true),
    /** One instrument becomes another, at the same cost. */
    CONVERSION(false, true),
    /** Charged outside any trade: in units, or in cash. */
    FEE(false, false),
    /** Closes a break: the book is put right, and the difference is a gain or a loss. */
    ADJUSTMENT(true, false);

    private final boolean needsTwoPersons;
    private final boolean carriesCost;

    JournalKind(boolean needsTwoPersons, boolean carriesCost) {
        this.needsTwoPersons = needsTwoPersons;
        this.carriesCost = carriesCost;
    }

    /** Whether somebody else must say the same: it is so where no broker's record can. */
    public boolean needsTwoPersons() {
        return needsTwoPersons;
    }

    /** Whether its value is cost that moves with the units; if not, it is a price at which. */
    public boolean carriesCost() {
        return carriesCost;
    }
}
