package dev.primegate.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Every verb there is, and how it ends. */
final class Verbs {
    private Verbs() {}

    /** Its exit status. */
    static int run(Surroundings here, List<String> words) {
        Shared shared = new Shared();
        Desk desk = new Desk(here, shared);
        CommandLine all = all(shared, desk);
        return all.setOut(writer(here.out()))
                .setErr(writer(here.err()))
                .setExecutionExceptionHandler((e, _, _) -> explain(desk, e).status())
                .execute(words.toArray(String[]::new));
    }

    private static CommandLine all(Shared shared, Desk desk) {
        CommandLine all = new CommandLine(shared);
        return all.addSubcommand(
                        group("order", "One order.")
                                .addSubcommand(new SubmitOrder(desk))
                                .addSubcommand(new OneOrder.Get(desk))
                                .addSubcommand(new OneOrder.Cancel(desk))
                                .addSubcommand(new WatchOrder(desk)))
                .addSubcommand(new Lists.Orders(desk))
                .addSubcommand(new Lists.Positions(desk))
                .addSubcommand(new Lists.Breaks(desk))
                .addSubcommand(
                        group("recon", "What the comparison of books found.")
                                .addSubcommand(new RunRecon(desk))
                                .addSubcommand(new ExplainBreak(desk)))
                .addSubcommand(new Listen(desk))
                .addSubcommand(
                        new CommandLine(new Trigger(desk))
                                .registerConverter(Trigger.What.class, Trigger.What::of))
                .addSubcommand(new Replay(desk))
                .addSubcommand(new HaltVerbs.Halt(desk))
                .addSubcommand(new HaltVerbs.Resume(desk))
                .addSubcommand(new HaltVerbs.Halts(desk))
                .addSubcommand(new Doctor(desk))
                .addSubcommand(new LatencyAudit(desk))
                .addSubcommand(new CompareRegions(desk))
                .addSubcommand(new Drift(desk))
                .addSubcommand(new Environments(desk))
                .addSubcommand(
                        group("soak", "Two weeks of orders at the declared peak.")
                                .addSubcommand(new Soak(desk))
                                .addSubcommand(new SoakPlan(desk)))
                .addSubcommand(new GoLive(desk))
                .addSubcommand(simulator(new Simulated(desk)))
                .addSubcommand(
                        group("auth", "How a broker is shown who asks.")
                                .addSubcommand(new AuthExplain(desk)))
                .addSubcommand(
                        group("audit", "What happened, and whether the books still say so.")
                                .addSubcommand(new VerifyAudit(desk)))
                .addSubcommand(new Completion(desk, () -> AutoComplete.bash("primegate", all)));
    }

    private static CommandLine simulator(Simulated sim) {
        return new CommandLine(sim)
                .addSubcommand(new SimOrders.Fill(sim))
                .addSubcommand(new SimOrders.Reject(sim))
                .addSubcommand(new SimOrders.Fault(sim))
                .addSubcommand(new SimMarket(sim))
                .addSubcommand(new SimTrouble.MarginCall(sim))
                .addSubcommand(new SimTrouble.Outage(sim))
                .addSubcommand(new SimTrouble.Throttle(sim))
                .addSubcommand(new SimTrouble.Skew(sim))
                .addSubcommand(new SimTrouble.Duplicate(sim))
                .addSubcommand(new SimTrouble.Drop(sim))
                .addSubcommand(new SimTrouble.Reset(sim));
    }

    private static CommandLine group(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description).synopsisSubcommandLabel("VERB");
        return new CommandLine(spec);
    }

    private static Exit explain(Desk desk, Exception e) throws Exception {
        desk.say("primegate: " + e.getMessage());
        return switch (e) {
            case RefusedException _ -> Exit.REFUSED;
            case Http.UnreachableException _ -> Exit.ERROR;
            default -> throw e;
        };
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
