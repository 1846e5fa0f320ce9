package dev.primegate.simulator;

import dev.primegate.simulator.engine.Timer;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How to start a simulator.
 *
 * @param port of the simulated broker; 0 is any free one
 * @param folder where everything is kept; none keeps nothing
 * @param seed of all chance
 * @param timer moves the engine; none lets real time do it
 */
public record SimulatorOptions(
        int port, @Nullable Path folder, long seed, Clock clock, @Nullable Timer timer) {

    public static final int COINBASE_PRIME_PORT = 8091;
    public static final int FALCONX_PORT = 8092;
    public static final int CLEAR_STREET_PORT = 8093;
    public static final int ALPACA_BROKER_PORT = 8094;

    /** The usual port, nothing kept, real time. */
    public static SimulatorOptions usual() {
        return new SimulatorOptions(COINBASE_PRIME_PORT, null, 1, Clock.systemUTC(), null);
    }

    public SimulatorOptions onPort(int other) {
        return new SimulatorOptions(other, folder, seed, clock, timer);
    }

    public SimulatorOptions onAnyPort() {
        return onPort(0);
    }

    public SimulatorOptions keptIn(Path other) {
        return new SimulatorOptions(port, other, seed, clock, timer);
    }

    public SimulatorOptions seeded(long other) {
        return new SimulatorOptions(port, folder, other, clock, timer);
    }

    /** Time that somebody else moves: the engine's and the sockets', but not the network's. */
    public SimulatorOptions timedBy(Clock otherClock, Timer otherTimer) {
        return new SimulatorOptions(port, folder, seed, otherClock, otherTimer);
    }
}
