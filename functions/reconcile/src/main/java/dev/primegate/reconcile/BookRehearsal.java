package dev.primegate.reconcile;

import dev.primegate.broker.AccountRecord;
import dev.primegate.comparison.Rehearsal;
import dev.primegate.instrument.BrokerId;
import java.time.LocalDate;
import java.util.List;

/** What is rehearsed beside trades. */
@FunctionalInterface
interface BookRehearsal {
    /** Every break that was not found as what it is. */
    List<Rehearsal.Failure> rehearse(AccountRecord account, BrokerId broker, LocalDate day);
}
