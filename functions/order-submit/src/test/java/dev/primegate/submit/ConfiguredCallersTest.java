package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Callers as Terraform spells them. */
class ConfiguredCallersTest {
    private static final Map<String, String> ONE =
            Map.of(
                    "PRIMEGATE_CALLERS_0__PRINCIPAL", "AIDAEXAMPLE",
                    "PRIMEGATE_CALLERS_0__TENANT", "fund",
                    "PRIMEGATE_CALLERS_0__ACCOUNTS_0_", "main",
                    "PRIMEGATE_CALLERS_0__ROLES", "read,trade");

    @Test
    void whoIsConfiguredHasTheirRolesAndNoOther() {
        Callers callers = callers(ONE);

        assertThat(callers.identify(principal("AIDAEXAMPLE")))
                .contains(
                        new Caller(
                                "AIDAEXAMPLE",
                                new Tenant("fund"),
                                Set.of(new Account("main")),
                                Set.of(Role.READ, Role.TRADE)));
    }

    @Test
    void nobodyElseIsKnown() {
        Callers callers = callers(ONE);

        assertThat(callers.identify(Optional.empty())).isEmpty();
        assertThat(callers.identify(principal("AIDAEXAMPLE2"))).isEmpty();
        assertThat(callers.identify(principal("aidaexample"))).isEmpty();
        assertThat(callers.identify(principal("jwt:AIDAEXAMPLE"))).isEmpty();
        assertThat(callers.identify(principal(""))).isEmpty();
    }

    @Test
    void rolesThatAreNotSaidOrNotKnownStopTheStart() {
        Map<String, String> none = new HashMap<>(ONE);
        none.remove("PRIMEGATE_CALLERS_0__ROLES");
        Map<String, String> odd = new HashMap<>(ONE);
        odd.put("PRIMEGATE_CALLERS_0__ROLES", "read,root");

        assertThatThrownBy(() -> callers(none)).hasMessageContaining("roles");
        assertThatThrownBy(() -> callers(odd)).hasMessageContaining("root");
    }

    private static Optional<Principal> principal(String name) {
        return Optional.of(() -> name);
    }

    private static Callers callers(Map<String, String> variables) {
        return new ConfiguredCallers(
                new SmallRyeConfigBuilder()
                        .withMapping(ConfiguredCallers.Config.class)
                        .withSources(new EnvConfigSource(variables, 300))
                        .build()
                        .getConfigMapping(ConfiguredCallers.Config.class));
    }
}
