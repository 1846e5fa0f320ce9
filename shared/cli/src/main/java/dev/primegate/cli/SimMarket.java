package dev.primegate.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves the simulated market at once by a share of where it stands. */
@Command(name = "gap", description = "Move a market at once, by a share of where it stands.")
final class SimMarket implements Verb {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int CENTS = 2;

    private final Simulated sim;

    @Option(names = "--symbol", required = true)
    String symbol = "";

    @Option(names = "--pct", required = true, description = "In percent; below zero is down.")
    BigDecimal percent = BigDecimal.ZERO;

    @Option(names = "--dry-run", description = "Print the request, and send nothing.")
    boolean dryRun;

    SimMarket(Simulated sim) {
        this.sim = sim;
    }

    @Override
    public Exit run() {
        return sim.tell(
                "market",
                Json.object()
                        .put("instrument", symbol)
                        .put("price", moved(sim.bid(symbol)).toPlainString()),
                dryRun);
    }

    /** From the bid; to the cent, ties to even: it is a price nobody pays. */
    private BigDecimal moved(BigDecimal bid) {
        return bid.multiply(HUNDRED.add(percent)).divide(HUNDRED, CENTS, RoundingMode.HALF_EVEN);
    }
}
