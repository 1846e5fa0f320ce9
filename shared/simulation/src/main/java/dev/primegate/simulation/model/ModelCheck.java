package dev.primegate.simulation.model;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The check of every variant: the sound ones must hold, the others must break as expected. */
public final class ModelCheck {
    private ModelCheck() {}

    /** Prints a line for each variant, and ends with 1 if one of them is not as expected. */
    public static void main(String[] arguments) {
        if (!run(Variants.ALL, System.out)) {
            System.exit(1);
        }
    }

    /** Whether all of them are as expected. */
    static boolean run(List<Variant> variants, PrintStream out) {
        boolean asExpected = true;
        for (Variant variant : variants) {
            long start = System.nanoTime();
            Verdict verdict = Search.of(variant.model());
            long millis = (System.nanoTime() - start) / 1_000_000;
            out.println(line(variant, verdict, millis));
            asExpected &= variant.expects(verdict);
        }
        return asExpected;
    }

    private static String line(Variant variant, Verdict verdict, long millis) {
        String shown =
                switch (verdict) {
                    case Verdict.Holds _ -> "OK";
                    case Verdict.Broken(_, Law law, var trace) ->
                            "VIOLATION %s: %s".formatted(law.breach(), String.join(" > ", trace));
                };
        return String.format(
                Locale.ROOT,
                "%-58s %8d states %6d ms  %s%s",
                variant.name(),
                verdict.states(),
                millis,
                variant.expects(verdict) ? "" : "UNEXPECTED ",
                shown);
    }
}
