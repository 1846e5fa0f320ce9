package dev.primegate.submit;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * Anybody is the caller of tenant {@code fund} with account {@code main}, unless told otherwise.
 */
@Singleton
class TestCallers implements Callers {
    private boolean nobody;
    private String tenant = "fund";

    void knowNobody(boolean nobody) {
        this.nobody = nobody;
    }

    /** From now on whoever calls is of that tenant. */
    void actFor(String newTenant) {
        tenant = newTenant;
    }

    @Override
    public Optional<Caller> identify(Optional<Principal> principal) {
        return nobody
                ? Optional.empty()
                : Optional.of(
                        new Caller("tester", new Tenant(tenant), Set.of(new Account("main"))));
    }
}
