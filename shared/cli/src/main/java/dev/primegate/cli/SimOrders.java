package dev.primegate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What happens to orders at the simulated broker. */
final class SimOrders {
    private SimOrders() {}

    /** Fills an order by hand. */
    @Command(name = "fill", description = "Fill an order, in whole or in part.")
    static final class Fill implements Verb {
        private final Simulated sim;

        @Parameters(paramLabel = "ORDER", description = "Its orderId, ours or the broker's.")
        String id = "";

        @Option(names = "--qty", required = true)
        String quantity = "";

        @Option(names = "--price", required = true)
        String price = "";

        @Option(names = "--anyhow", description = "More than was asked, too.")
        boolean anyhow;

        @Option(names = "--dry-run", description = "Print the request, and send nothing.")
        boolean dryRun;

        Fill(Simulated sim) {
            this.sim = sim;
        }

        @Override
        public Exit run() {
            ObjectNode body = Json.object().put("quantity", quantity).put("price", price);
            if (anyhow) {
                body.put("anyhow", true);
            }
            return sim.tell("orders/" + Http.part(id) + "/fill", body, dryRun);
        }
    }

    /** Refuses the next orders. */
    @Command(name = "reject", description = "Refuse the next orders.")
    static final class Reject implements Verb {
        private final Simulated sim;

        @Mixin Next next = new Next();

        Reject(Simulated sim) {
            this.sim = sim;
        }

        @Override
        public Exit run() {
            return next.meet(sim, "reject");
        }
    }

    /** Has the next orders meet any of the faults that its README lists. */
    @Command(name = "fault", description = "Have the next orders meet a fault.")
    static final class Fault implements Verb {
        private final Simulated sim;

        @Parameters(
                paramLabel = "FAULT",
                description = "Such as cutAfterAccept: taken, and the answer is lost.")
        String fault = "";

        @Mixin Next next = new Next();

        Fault(Simulated sim) {
            this.sim = sim;
        }

        @Override
        public Exit run() {
            return next.meet(sim, fault);
        }
    }

    /** Which orders meet it. */
    static final class Next {
        @Option(
                names = "--times",
                defaultValue = "1",
                description = "How many orders; ${DEFAULT-VALUE}.")
        int times;

        @Option(names = "--reason", description = "In the broker's words.")
        @Nullable String reason;

        @Option(names = "--dry-run", description = "Print the request, and send nothing.")
        boolean dryRun;

        private Exit meet(Simulated sim, String fault) {
            ObjectNode body = Json.object().put("fault", fault).put("times", times);
            Optional.ofNullable(reason).ifPresent(words -> body.put("reason", words));
            return sim.tell("faults", body, dryRun);
        }
    }
}
