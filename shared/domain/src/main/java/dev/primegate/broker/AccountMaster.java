package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.List;
import java.util.Optional;

/** Where our accounts are kept; may be changed at any time of the day. */
public interface AccountMaster {
    Optional<AccountRecord> find(Tenant tenant, Account account);

    /** Every account, by its name. */
    List<AccountRecord> all();

    /**
     * Writes {@code next} if it follows the version that stands.
     *
     * @return whether it was written; if not, somebody else was first
     */
    boolean put(AccountRecord next);

    /**
     * The account in which a trade at {@code broker} stands that no order explains: the only one
     * that is kept there, or the only one that says it takes them. Empty where that would be a
     * guess.
     */
    default Optional<AccountRecord> homeOfOrphans(BrokerId broker) {
        List<AccountRecord> there =
                all().stream().filter(record -> record.at(broker).isPresent()).toList();
        List<AccountRecord> takers =
                there.stream()
                        .filter(record -> record.at(broker).orElseThrow().takesOrphans())
                        .toList();
        List<AccountRecord> homes = takers.isEmpty() ? there : takers;
        return homes.size() == 1 ? Optional.of(homes.getFirst()) : Optional.empty();
    }
}
