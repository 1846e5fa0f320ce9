package dev.primegate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What goes wrong around orders. Each lasts until it is said to be over, or {@code reset}. */
final class SimTrouble {
    private SimTrouble() {}

    /** What each of them can be told. */
    abstract static class Told implements Verb {
        private final Simulated sim;

        @Option(names = "--dry-run", description = "Print the request, and send nothing.")
        boolean dryRun;

        Told(Simulated sim) {
            this.sim = sim;
        }

        Exit tell(String what, ObjectNode body) {
            return sim.tell(what, body, dryRun);
        }
    }

    /** The broker calls for margin. */
    @Command(name = "margin-call", description = "Coinbase Prime calls for margin.")
    static final class MarginCall extends Told {
        @Option(
                names = "--call",
                defaultValue = "standard",
                description = "standard, deficit, debit, urgent, aged, liquidation; none ends it.")
        String call = "";

        @Option(names = "--amount", defaultValue = "25000", description = "${DEFAULT-VALUE}")
        String amount = "";

        MarginCall(Simulated sim) {
            super(sim);
        }

        @Override
        public Exit run() {
            ObjectNode body = Json.object().put("call", call);
            return tell("margin", call.equals("none") ? body : body.put("amount", amount));
        }
    }

    /** Nobody answers there. */
    @Command(name = "outage", description = "Cut every call and every feed, until --over.")
    static final class Outage extends Told {
        @Option(names = "--over", description = "Somebody answers again.")
        boolean over;

        Outage(Simulated sim) {
            super(sim);
        }

        @Override
        public Exit run() {
            return tell("outage", Json.object().put("over", over));
        }
    }

    /** Calls beyond a rate are refused. */
    @Command(name = "throttle", description = "Refuse calls beyond a rate (429).")
    static final class Throttle extends Told {
        @Option(names = "--rps", required = true, description = "Calls in a second.")
        int rate;

        @Option(names = "--burst", description = "How many at once; as many, if it is not said.")
        @Nullable Integer burst;

        Throttle(Simulated sim) {
            super(sim);
        }

        @Override
        public Exit run() {
            return tell(
                    "throttle",
                    Json.object()
                            .put("rate_per_second", rate)
                            .put("burst", Optional.ofNullable(burst).orElse(rate)));
        }
    }

    /** The broker's clock is off. */
    @Command(name = "skew", description = "Put the broker's clock forward, or back; 0 mends it.")
    static final class Skew extends Told {
        @Option(names = "--seconds", required = true)
        int seconds;

        Skew(Simulated sim) {
            super(sim);
        }

        @Override
        public Exit run() {
            return tell("clock", Json.object().put("skew_seconds", seconds));
        }
    }

    /** News comes twice. */
    @Command(name = "duplicate", description = "Tell every news twice, until --off.")
    static final class Duplicate extends Told {
        @Option(names = "--off")
        boolean off;

        Duplicate(Simulated sim) {
            super(sim);
        }

        @Override
        public Exit run() {
            return tell("news", Json.object().put("duplicate", !off));
        }
    }

    /** News does not come. */
    @Command(name = "drop", description = "Lose the next news.")
    static final class Drop extends Told {
        @Parameters(
                paramLabel = "N",
                defaultValue = "1",
                description = "How many; ${DEFAULT-VALUE}.")
        int count;

        Drop(Simulated sim) {
            super(sim);
        }

        @Override
        public Exit run() {
            return tell("news", Json.object().put("drop_next", count));
        }
    }

    /** Everything begins anew. */
    @Command(name = "reset", description = "Begin anew: no orders, no faults, no news.")
    static final class Reset extends Told {
        Reset(Simulated sim) {
            super(sim);
        }

        @Override
        public Exit run() {
            return tell("reset", Json.object());
        }
    }
}
