package dev.primegate.simulation;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param seed one seed alone, step by step
 * @param mutant one mutant instead of the product
 */
record Options(
        long seeds,
        long from,
        Optional<Long> seed,
        Optional<String> mutant,
        long mutantSeeds,
        boolean alone,
        Path root) {
    static final String USAGE =
            """
            usage: ./primegate simulate [options]

              --seeds N          how many seeds (500)
              --from N           the first of them (1)
              --alone            neither mutants nor the habits of others beside it
              --seed N           one seed, step by step
              --mutant NAME      one mutant: the first seed in which it breaks a promise
              --mutant-seeds N   how many seeds a mutant may survive (2000)
            """;

    /** Throws {@link IllegalArgumentException} with the usage if they cannot be read. */
    static Options of(String... args) {
        long seeds = 500;
        long from = 1;
        long mutantSeeds = 2_000;
        boolean alone = false;
        Optional<Long> seed = Optional.empty();
        Optional<String> mutant = Optional.empty();
        Path root = Path.of("");
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--alone" -> alone = true;
                case "--seeds" -> seeds = number(args, ++i);
                case "--from" -> from = number(args, ++i);
                case "--mutant-seeds" -> mutantSeeds = number(args, ++i);
                case "--seed" -> seed = Optional.of(number(args, ++i));
                case "--mutant" -> mutant = Optional.of(value(args, ++i));
                case "--root" -> root = Path.of(value(args, ++i));
                default ->
                        throw new IllegalArgumentException(
                                "there is no option " + args[i] + "\n" + USAGE);
            }
        }
        return new Options(seeds, from, seed, mutant, mutantSeeds, alone, root);
    }

    private static long number(String[] args, int at) {
        String text = value(args, at);
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(
                    args[at - 1] + ": expected a number from 1, found " + text + "\n" + USAGE);
        }
        return Long.parseLong(text);
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException(args[at - 1] + " needs a value\n" + USAGE);
        }
        return args[at];
    }
}
