package dev.primegate.reconcile;

import dev.primegate.breaks.BreakScope;
import dev.primegate.broker.AccountRecord;
import dev.primegate.instrument.BrokerId;
import java.time.LocalDate;

/** What one account traded at one broker on one day; the account is kept there. */
record TradeDay(AccountRecord account, BrokerId broker, LocalDate day) {
    BreakScope scope() {
        return new BreakScope(
                account.tenant(), account.account(), broker, BreakScope.Subject.TRADES, day);
    }

    /** The account's number at the broker. */
    String number() {
        return account.at(broker).orElseThrow().number();
    }
}
