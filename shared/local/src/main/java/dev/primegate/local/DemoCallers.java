package dev.primegate.local;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.submit.Caller;
import dev.primegate.submit.Callers;
import dev.primegate.submit.Role;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever calls is the demo tenant, under the name they give in {@link DemoPersons}, so that two
 * can be needed. This exists in the local runner and nowhere else.
 */
@Singleton
class DemoCallers implements Callers {
    /** The second is routed to FalconX. */
    private static final Set<Account> ACCOUNTS =
            Set.of(new Account("demo"), new Account("demo-falconx"));

    private static final Set<Role> ROLES = EnumSet.allOf(Role.class);

    @Override
    public Optional<Caller> identify(Optional<Principal> principal) {
        String name = principal.map(Principal::getName).filter(n -> !n.isBlank()).orElse("demo");
        return Optional.of(new Caller(name, new Tenant("demo"), ACCOUNTS, ROLES));
    }
}
