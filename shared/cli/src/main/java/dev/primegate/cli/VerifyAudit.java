package dev.primegate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds copies of the books to the chains in them, and to each other. */
@Command(
        name = "verify",
        description = {
            "Verify the hash chains of orders and of what persons did, in copies of the books:",
            "folders of DynamoDB's exports, answers of the API kept as files, and, if a trail is",
            "asked for, what the API says of it now; otherwise nobody is asked.",
            "Of two copies the later must go on where the earlier ended: name the oldest first.",
            "Status 3: something is not what was written. Each chain's first bad index is named,",
            "from 0."
        })
final class VerifyAudit implements Verb {
    private final Desk desk;

    @Option(
            names = "--trail",
            description = "What persons did, as the API tells it: ${COMPLETION-CANDIDATES}.")
    List<TrailPages.Trail> trails = List.of();

    @Parameters(arity = "0..*", paramLabel = "FILE|FOLDER", description = "The oldest first.")
    List<Path> paths = List.of();

    VerifyAudit(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() {
        List<Copy> copies = copies();
        trails.forEach(trail -> copies.add(TrailPages.read(desk, trail)));
        if (copies.isEmpty()) {
            throw new RefusedException("expected a copy or --trail, found neither");
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            findings.addAll(copies.get(i).verify());
            for (int before = 0; before < i; before++) {
                findings.addAll(copies.get(i).against(copies.get(before)));
            }
        }
        copies.forEach(copy -> desk.say(copy.summary()));
        show(findings);
        return findings.isEmpty() ? Exit.OK : Exit.FINDING;
    }

    private List<Copy> copies() {
        try {
            List<Copy> copies = new ArrayList<>();
            for (Path path : paths) {
                copies.addAll(CopyReader.read(path));
            }
            return copies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(List<Finding> findings) {
        if (desk.wantsJson()) {
            ArrayNode all = Json.object().putArray("findings");
            findings.forEach(finding -> all.add(json(finding)));
            desk.print(Json.pretty(Json.object().set("findings", all)));
        } else if (findings.isEmpty()) {
            desk.say("every record is what was written");
        } else {
            Table table = new Table("where", "chain", "index", "what");
            findings.forEach(finding ->
                    table.row(finding.where(), finding.chain(), index(finding), finding.what()));
            desk.print(table.text());
        }
    }

    private static ObjectNode json(Finding finding) {
        ObjectNode said = Json.object().put("where", finding.where());
        if (finding.index().isPresent()) {
            said.put("chain", finding.chain()).put("firstBad", finding.index().getAsInt());
        }
        return said.put("what", finding.what());
    }

    private static String index(Finding finding) {
        return finding.index().isPresent() ? "" + finding.index().getAsInt() : "";
    }
}
