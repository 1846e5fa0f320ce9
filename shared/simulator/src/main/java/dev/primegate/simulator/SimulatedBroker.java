package dev.primegate.simulator;

import dev.primegate.simulator.coinbaseprime.CoinbasePrime;
import dev.primegate.simulator.coinbaseprime.PrimeCredentials;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.falconx.FalconX;
import dev.primegate.simulator.falconx.FalconXCredentials;
import dev.primegate.simulator.wire.Skin;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Switchboard;
import java.util.List;
import java.util.Optional;

/**
 * A broker that can be simulated.
 *
 * @param name of its folder under {@code shared/brokers}
 * @param port where it usually is
 * @param perSecond how many requests it takes, on and on
 * @param burst how many at once
 */
public record SimulatedBroker(
        String name, String title, int port, int perSecond, int burst, Dress dress) {
    public static final SimulatedBroker COINBASE_PRIME =
            new SimulatedBroker(
                    "coinbase-prime",
                    "Coinbase Prime",
                    8091,
                    25,
                    50,
                    (engine, switchboard, stage) ->
                            CoinbasePrime.over(
                                    engine, switchboard, PrimeCredentials.SIMULATED, stage));

    public static final SimulatedBroker FALCONX =
            new SimulatedBroker(
                    "falconx",
                    "FalconX",
                    8092,
                    10,
                    20,
                    (engine, switchboard, stage) ->
                            FalconX.over(
                                    engine, switchboard, FalconXCredentials.SIMULATED, stage));

    public static final List<SimulatedBroker> ALL = List.of(COINBASE_PRIME, FALCONX);

    public static Optional<SimulatedBroker> find(String name) {
        return ALL.stream().filter(broker -> broker.name.equals(name)).findFirst();
    }

    /** Dresses an engine in a broker's words. */
    @FunctionalInterface
    public interface Dress {
        Skin over(Engine engine, Switchboard switchboard, Stage stage);
    }
}
