package dev.primegate.risk;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.Optional;

/** The peaks of accounts, which outlive every process that saw them. */
public interface Peaks {
    Optional<Peak> peak(Tenant tenant, Account account);

    /**
     * Writes {@code next} in the place of {@code seen}.
     *
     * @return false if another stands there by now; then nothing was written
     */
    boolean replace(Tenant tenant, Account account, Optional<Peak> seen, Peak next);
}
