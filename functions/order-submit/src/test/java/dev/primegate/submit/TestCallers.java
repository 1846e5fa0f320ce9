package dev.primegate.submit;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Anybody is the caller of tenant {@code fund} with account {@code main}, unless told otherwise.
 */
@Singleton
class TestCallers implements Callers {
    private static final Set<Account> MAIN = Set.of(new Account("main"));
    private static final Set<Role> TRADER = EnumSet.of(Role.READ, Role.TRADE);
    private static final Set<Role> OPERATOR = EnumSet.complementOf(EnumSet.of(Role.BOOKS));

    private boolean nobody;
    private boolean broken;
    private String tenant = "fund";
    private String name = "tester";
    private boolean askThePrincipal;
    private Set<Role> roles = OPERATOR;

    void knowNobody(boolean nobody) {
        this.nobody = nobody;
    }

    /** Whether it cannot be told who calls. */
    void fail(boolean fails) {
        this.broken = fails;
    }

    /** From now on it is {@code name} who calls, as an operator or as a trader. */
    void callAs(String newName, boolean operates) {
        callAs(newName, operates ? OPERATOR : TRADER);
    }

    /** From now on it is {@code name} who calls, with these roles and no other. */
    void callAs(String newName, Set<Role> newRoles) {
        name = newName;
        roles = newRoles;
    }

    /** From now on it is {@code name} who calls, and may keep books. */
    void keepBooksAs(String newName) {
        callAs(newName, EnumSet.allOf(Role.class));
    }

    /** From now on nobody keeps books. */
    void keepNoBooks() {
        roles = OPERATOR;
    }

    /** Whether from now on it is who the gateway says that calls. */
    void askThePrincipal(boolean asks) {
        askThePrincipal = asks;
    }

    /** From now on whoever calls is of that tenant. */
    void actFor(String newTenant) {
        tenant = newTenant;
    }

    String tenant() {
        return tenant;
    }

    @Override
    public Optional<Caller> identify(Optional<Principal> principal) {
        if (broken) {
            throw new IllegalStateException("the test says so");
        }
        String who = askThePrincipal ? principal.map(Principal::getName).orElse("") : name;
        return nobody || who.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caller(who, new Tenant(tenant), MAIN, roles));
    }
}
