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
    private static final Set<Account> MAIN = Set.of(new Account("main"));

    private boolean nobody;
    private boolean broken;
    private String tenant = "fund";
    private String name = "tester";
    private boolean mayHalt = true;
    private boolean mayKeepBooks;

    void knowNobody(boolean nobody) {
        this.nobody = nobody;
    }

    /** Whether it cannot be told who calls. */
    void fail(boolean fails) {
        this.broken = fails;
    }

    /** From now on it is {@code name} who calls. */
    void callAs(String newName, boolean halts) {
        name = newName;
        mayHalt = halts;
    }

    /** From now on it is {@code name} who calls, and may keep books. */
    void keepBooksAs(String newName) {
        name = newName;
        mayKeepBooks = true;
    }

    /** From now on nobody keeps books. */
    void keepNoBooks() {
        mayKeepBooks = false;
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
        return nobody
                ? Optional.empty()
                : Optional.of(new Caller(name, new Tenant(tenant), MAIN, mayHalt, mayKeepBooks));
    }
}
