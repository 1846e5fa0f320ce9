package dev.primegate.submit;

import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.util.List;

/** What this installation says of itself. */
@Singleton
class OpsSetting {
    private final OpsConfig config;
    private final ReleaseConfig release;

    OpsSetting(OpsConfig config, ReleaseConfig release) {
        this.config = config;
        this.release = release;
    }

    EnvironmentView view(List<BrokerId> live, Caller caller) {
        return EnvironmentView.of(config, release.number(), live, caller);
    }
}
