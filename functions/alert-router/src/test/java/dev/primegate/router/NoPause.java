package dev.primegate.router;

import dev.primegate.runtime.Pause;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Nobody waits for his turn here. */
@Mock
@Singleton
class NoPause implements Pause {
    @Override
    public void pause(Duration length) {}
}
