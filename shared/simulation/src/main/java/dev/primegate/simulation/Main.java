package dev.primegate.simulation;

import dev.primegate.simulation.mutant.Mutant;
import dev.primegate.simulation.mutant.Mutants;
import dev.primegate.simulation.mutant.Workshop;
import dev.primegate.simulation.world.Trace;
import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** {@code ./primegate simulate}: ends with one line, and with status 1 if a promise broke. */
public final class Main {
    private static final PrintStream OUT = System.out;
    private static final String ROW = "%-30s %8s %10s %6s %15s %12s %6s%n";

    private final Options options;

    private Main(Options options) {
        this.options = options;
    }

    public static void main(String[] args) {
        int status;
        try {
            status = new Main(Options.of(args)).run() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        }
        System.exit(status);
    }

    private boolean run() {
        if (options.seed().isPresent()) {
            return oneSeed(options.seed().get());
        }
        if (options.mutant().isPresent()) {
            return oneMutant(options.mutant().get());
        }
        Result ours = Seeds.run(seeds(), seed -> progress("seed " + seed));
        progress("");
        ours.findings().forEach(OUT::println);
        if (!ours.isClean()) {
            OUT.println("again: ./primegate simulate --seed " + seedOf(ours));
        }
        if (options.alone()) {
            OUT.printf("seeds=%d %s%n", options.seeds(), ours.counts());
            return ours.isClean();
        }
        habits(ours);
        List<Mutant> mutants = Mutants.all();
        long killed = mutants.stream().filter(this::isKilled).count();
        OUT.printf(
                "seeds=%d %s mutants_killed=%d/%d%n",
                options.seeds(), ours.counts(), killed, mutants.size());
        return ours.isClean() && killed == mutants.size();
    }

    private boolean oneSeed(long seed) {
        Trace trace = new Trace(Optional.of(OUT));
        Result[] result = {Result.NONE};
        Seeds.inside(() -> result[0] = Seeds.one(seed, trace));
        result[0].findings().forEach(OUT::println);
        OUT.printf("trace=%016x steps=%d%n", trace.hash(), trace.steps());
        OUT.printf("seed=%d %s%n", seed, result[0].counts());
        return result[0].isClean();
    }

    private boolean oneMutant(String name) {
        Mutant mutant =
                Mutants.find(name)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no mutant "
                                                + name
                                                + ", but "
                                                + Mutants.all().stream()
                                                        .map(Mutant::name)
                                                        .toList()));
        OUT.println(mutant.breaks());
        return isKilled(mutant);
    }

    private boolean isKilled(Mutant mutant) {
        String kill = new Workshop(options.root()).firstKill(mutant, 1, options.mutantSeeds() + 1);
        OUT.printf(
                "mutant %-32s %s%n",
                mutant.name(), kill.isEmpty() ? "SURVIVES" : "killed by " + kill);
        return !kill.isEmpty();
    }

    /** The habits of others meet the very same seeds. */
    private void habits(Result ours) {
        OUT.printf(
                ROW, "", "orders", "sent_twice", "lost", "limit_breaches", "wrong_final", "stuck");
        row("primegate", ours);
        for (Habit habit : Habit.values()) {
            Result[] sum = {Result.NONE};
            Seeds.inside(() ->
                    seeds().forEach(seed -> {
                        sum[0] = sum[0].plus(new HabitScenario(seed, habit).run());
                        progress(habit.words() + ", seed " + seed);
                    }));
            progress("");
            row(habit.words(), sum[0]);
        }
    }

    private static void row(String name, Result result) {
        OUT.printf(
                ROW,
                name,
                result.orders(),
                result.sentTwice(),
                result.lost(),
                result.limitBreaches(),
                result.wrongFinal(),
                result.stuck());
    }

    private LongStream seeds() {
        return LongStream.range(options.from(), options.from() + options.seeds());
    }

    private static String seedOf(Result result) {
        return result.findings().getFirst().replaceFirst("seed (\\d+):.*", "$1");
    }

    /** On a terminal only: one line that is written over. */
    private static void progress(String line) {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            System.err.printf("\r\033[K%s", line);
        }
    }
}
