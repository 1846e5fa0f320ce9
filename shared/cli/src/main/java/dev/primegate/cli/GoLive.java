package dev.primegate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The checklist before money is real: each gate, and what opens it. Nobody ticks a box by hand. */
@Command(
        name = "go-live",
        description = {
            "Whether each gate to real money is open: gather, map, test, control, tune.",
            "From reports that were kept and what the API has written down. Status 3: one is shut."
        })
final class GoLive implements Verb {
    private final Desk desk;

    @Mixin Evidence evidence = new Evidence();

    @Option(
            names = "--root",
            defaultValue = "${sys:primegate.root:-.}",
            paramLabel = "FOLDER",
            description = "Where ./primegate test was run; ${DEFAULT-VALUE}.")
    Path root = Path.of("");

    GoLive(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() {
        LiveGates live = new LiveGates(desk);
        List<Gate> gates =
                Stream.concat(
                                new StoredGates(evidence, root, desk.now())
                                        .of(live.brokers()).stream(),
                                live.all().stream())
                        .sorted(Comparator.comparing(Gate::phase))
                        .toList();
        ObjectNode report = Json.object().put("at", desk.now().toString());
        gates.forEach(gate ->
                report.withArray("gates")
                        .addObject()
                        .put("phase", gate.phase().name())
                        .put("gate", gate.what())
                        .put("state", gate.holds() ? "open" : "SHUT")
                        .put("why", gate.why()));
        desk.show(
                new Answer(200, report, false),
                body -> Table.of(body.path("gates"), "phase", "gate", "state", "why").text());
        long shut = gates.stream().filter(gate -> !gate.holds()).count();
        desk.say("%d of %d gates are open".formatted(gates.size() - shut, gates.size()));
        desk.say("kept as " + evidence.keep("go-live", "gates", report));
        return shut == 0 ? Exit.OK : Exit.FINDING;
    }
}
