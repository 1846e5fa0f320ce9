package dev.primegate.submit;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import io.quarkus.arc.DefaultBean;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Callers as they are configured; nobody else may do anything. */
@Singleton
@DefaultBean
class ConfiguredCallers implements Callers {
    private final Config config;

    ConfiguredCallers(Config config) {
        this.config = config;
    }

    @Override
    public Optional<Caller> identify(Optional<Principal> principal) {
        return principal.flatMap(who ->
                config.callers().stream()
                        .filter(c -> c.principal().equals(who.getName()))
                        .findFirst()
                        .map(ConfiguredCallers::caller));
    }

    private static Caller caller(Config.Entry entry) {
        Set<Account> accounts =
                entry.accounts().stream().map(Account::new).collect(Collectors.toSet());
        return new Caller(entry.principal(), new Tenant(entry.tenant()), accounts, entry.roles());
    }

    @ConfigMapping(prefix = "primegate")
    interface Config {
        /** Who may call. */
        List<Entry> callers();

        /** One of them. */
        interface Entry {
            /** An IAM user id, or {@code jwt:} and the subject of a token. */
            String principal();

            /** Whose orders it places and sees. */
            String tenant();

            /** In which accounts of the tenant. */
            List<String> accounts();

            /** What it may do; nothing else is allowed by itself. */
            Set<Role> roles();
        }
    }
}
