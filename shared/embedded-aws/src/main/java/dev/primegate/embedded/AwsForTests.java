package dev.primegate.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;

/** Embedded AWS around a {@code @QuarkusTest}; init arguments are secrets, name to value. */
public class AwsForTests implements QuarkusTestResourceLifecycleManager {
    private Map<String, String> secrets = Map.of();
    private Optional<EmbeddedAws> aws = Optional.empty();

    @Override
    public void init(Map<String, String> args) {
        secrets = args;
    }

    @Override
    public Map<String, String> start() {
        EmbeddedAws started = EmbeddedAws.start(Optional.empty(), secrets);
        aws = Optional.of(started);
        return started.config();
    }

    /** The stream of the table that was started. */
    protected final TableStream tableStream() {
        return new TableStream(aws.orElseThrow());
    }

    @Override
    public void stop() {
        aws.ifPresent(EmbeddedAws::close);
    }
}
