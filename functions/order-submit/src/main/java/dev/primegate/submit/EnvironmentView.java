package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Account;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator is, and as whom.
 *
 * @param world from the hosts that are called, not from a setting
 * @param liveBrokers those with whom money is real
 * @param roles what the caller may do
 * @param runbooks where runbooks are, if this installation has any
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Environment")
public record EnvironmentView(
        @Nullable String environment,
        World world,
        List<String> liveBrokers,
        long release,
        String caller,
        String tenant,
        List<String> accounts,
        List<Role> roles,
        @Nullable String runbooks) {

    /** Whether anything here can cost money. */
    @Schema(name = "World")
    public enum World {
        SANDBOX,
        LIVE
    }

    static EnvironmentView of(OpsConfig config, long release, List<BrokerId> live, Caller caller) {
        return new EnvironmentView(
                config.environment().orElse(null),
                live.isEmpty() ? World.SANDBOX : World.LIVE,
                live.stream().map(BrokerId::name).toList(),
                release,
                caller.name(),
                caller.tenant().name(),
                caller.accounts().stream().map(Account::name).sorted().toList(),
                caller.roles().stream().sorted().toList(),
                config.runbooks().map(URI::toString).orElse(null));
    }
}
