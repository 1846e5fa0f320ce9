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
    private Caller caller = named("tester", true);

    void knowNobody(boolean nobody) {
        this.nobody = nobody;
    }

    /** Whether it cannot be told who calls. */
    void fail(boolean fails) {
        this.broken = fails;
    }

    /** From now on it is {@code name} who calls. */
    void callAs(String name, boolean mayHalt) {
        caller = named(name, mayHalt);
    }

    @Override
    public Optional<Caller> identify(Optional<Principal> principal) {
        if (broken) {
            throw new IllegalStateException("the test says so");
        }
        return nobody ? Optional.empty() : Optional.of(caller);
    }

    private static Caller named(String name, boolean mayHalt) {
        return new Caller(name, new Tenant("fund"), MAIN, mayHalt);
    }
}
