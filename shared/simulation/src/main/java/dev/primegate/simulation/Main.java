package dev.primegate.simulation;

import dev.primegate.simulation.world.Trace;
import java.util.Optional;

public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.ofVirtual()
                .start(() -> {
                    long from = Long.parseLong(args[0]);
                    long to = Long.parseLong(args[1]);
                    Result all = Result.NONE;
                    long t0 = System.nanoTime();
                    long steps = 0;
                    for (long seed = from; seed < to; seed++) {
                        Trace trace =
                                new Trace(
                                        args.length > 2
                                                ? Optional.of(System.out)
                                                : Optional.empty());
                        Result r = new Scenario(seed, trace).run();
                        steps += trace.steps();
                        if (!r.isClean()) {
                            System.out.println(seed + " " + r);
                        }
                        all = all.plus(r);
                        if (args.length > 2) System.out.println(Long.toHexString(trace.hash()));
                    }
                    System.out.println(
                            all.counts()
                                    + " steps="
                                    + steps
                                    + " ms="
                                    + (System.nanoTime() - t0) / 1000000);
                })
                .join();
    }
}
