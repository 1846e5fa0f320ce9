package dev.primegate.simulator;

import dev.primegate.simulator.engine.Timer;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How to start a simulator.
 *
 * @param broker who is simulated
 * @param port 0 is any free one
 * @param folder where everything is kept; none keeps nothing
 * @param seed of all chance
 * @param timer moves the engine; none lets real time do it
 */
public record SimulatorOptions(
        SimulatedBroker broker,
        int port,
        @Nullable Path folder,
        long seed,
        Clock clock,
        @Nullable Timer timer) {

    /** Coinbase Prime on its usual port, nothing kept, real time. */
    public static SimulatorOptions usual() {
        return of(SimulatedBroker.COINBASE_PRIME);
    }

    /** That broker on its usual port, nothing kept, real time. */
    public static SimulatorOptions of(SimulatedBroker broker) {
        return new SimulatorOptions(broker, broker.port(), null, 1, Clock.systemUTC(), null);
    }

    /** Another broker, on its usual port. */
    public SimulatorOptions simulating(SimulatedBroker other) {
        return new SimulatorOptions(other, other.port(), folder, seed, clock, timer);
    }

    public SimulatorOptions onPort(int other) {
        return new SimulatorOptions(broker, other, folder, seed, clock, timer);
    }

    public SimulatorOptions onAnyPort() {
        return onPort(0);
    }

    public SimulatorOptions keptIn(Path other) {
        return new SimulatorOptions(broker, port, other, seed, clock, timer);
    }

    public SimulatorOptions seeded(long other) {
        return new SimulatorOptions(broker, port, folder, other, clock, timer);
    }

    /** Time that somebody else moves: the engine's and the sockets', but not the network's. */
    public SimulatorOptions timedBy(Clock otherClock, Timer otherTimer) {
        return new SimulatorOptions(broker, port, folder, seed, otherClock, otherTimer);
    }
}
