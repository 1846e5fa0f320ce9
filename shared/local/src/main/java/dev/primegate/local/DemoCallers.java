package dev.primegate.local;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.submit.Caller;
import dev.primegate.submit.Callers;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/** Whoever calls is the demo tenant. This exists in the local runner and nowhere else. */
@Singleton
class DemoCallers implements Callers {
    private static final Caller DEMO =
            new Caller("demo", new Tenant("demo"), Set.of(new Account("demo")));

    @Override
    public Optional<Caller> identify(Optional<Principal> principal) {
        return Optional.of(DEMO);
    }
}
