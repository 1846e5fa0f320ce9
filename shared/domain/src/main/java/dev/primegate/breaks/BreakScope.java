package dev.primegate.breaks;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Account;
import dev.primegate.order.Digest;
import dev.primegate.order.Tenant;
import java.time.LocalDate;

/**
 * What one comparison covers: it finds every break of its scope, so what it does not find is gone.
 */
public record BreakScope(
        Tenant tenant, Account account, BrokerId broker, Subject subject, LocalDate day) {
    /** What is compared. */
    public enum Subject {
        TRADES,
        POSITIONS,
        CASH,
        MARGIN,
        TRANSFERS
    }

    /** Short and the same for the same scope; the first half of its breaks' ids. */
    public String digest() {
        return Digest.hex(
                        tenant.name(),
                        account.name(),
                        broker.name(),
                        subject.name(),
                        day.toString())
                .substring(0, BreakId.HALF);
    }

    @Override
    public String toString() {
        return "%s/%s %s %s %s".formatted(tenant, account, broker, subject, day);
    }
}
