package dev.primegate.simulator;

import dev.primegate.simulator.engine.Timer;
import dev.primegate.simulator.wire.Stage;
import io.vertx.core.Context;
import java.time.Duration;

/** The one event loop of Vert.x, with the simulator's own time. */
record VertxStage(Context context, Timer timer) implements Stage {
    @Override
    public void soon(Runnable task) {
        context.runOnContext(_ -> task.run());
    }

    @Override
    public void later(Duration delay, Runnable task) {
        timer.after(delay, () -> soon(task));
    }
}
