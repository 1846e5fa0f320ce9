package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows why a break is there, both rows beside each other; or writes down why it may stay. */
@Command(
        name = "explain",
        description = {
            "Show a break: its cause, both rows, the fields that differ, and what to do next.",
            "With --reason and --evidence it is explained to everybody. Status 3: nobody did."
        })
final class ExplainBreak implements Verb {
    private final Desk desk;

    @Mixin Caution caution = new Caution();

    @Parameters(paramLabel = "BREAK", description = "Its breakId.")
    String id = "";

    @ArgGroup(exclusive = false)
    @Nullable Explanation explanation;

    ExplainBreak(Desk desk) {
        this.desk = desk;
    }

    /** Why it may stay, and what shows that. */
    static final class Explanation {
        @Option(
                names = "--reason",
                required = true,
                description = "TIMING, ROUNDING, FEE_SCHEDULE or as the API has it.")
        String reason = "";

        @Option(names = "--evidence", required = true, description = "What shows it.")
        String evidence = "";
    }

    @Override
    public Exit run() {
        Explanation given = explanation;
        String path = "/v1/breaks/" + Http.part(id);
        if (given == null) {
            Answer answer = desk.get(path);
            Exit exit = desk.show(answer, ExplainBreak::words);
            return exit == Exit.OK && isOpen(answer.body()) ? Exit.FINDING : exit;
        }
        return desk.change(
                Change.of(
                        "POST",
                        path + "/explain",
                        Json.object().put("reason", given.reason).put("evidence", given.evidence)),
                caution,
                ExplainBreak::words);
    }

    /** Whether somebody must still look at it. */
    static boolean isOpen(JsonNode one) {
        return !Set.of("CLOSED", "EXPLAINED").contains(one.path("state").asText());
    }

    private static String words(JsonNode one) {
        return """
        %s  %s  %s of %s at %s, %s
        %s: %s %s at stake
        %s
        next: %s\
        """
                .formatted(
                        one.path("breakId").asText(),
                        one.path("state").asText(),
                        one.path("what").asText(),
                        one.path("account").asText(),
                        one.path("broker").asText(),
                        one.path("day").asText(),
                        one.path("cause").asText(),
                        one.path("atStake").asText(),
                        one.path("atStakeAsset").asText(),
                        rows(one),
                        one.path("action").asText());
    }

    /** The first row of each side; a field in which they differ is marked. */
    private static String rows(JsonNode one) {
        JsonNode ours = one.path("ours").path(0).path("fields");
        JsonNode theirs = one.path("brokers").path(0).path("fields");
        Map<String, JsonNode> differing =
                StreamSupport.stream(one.path("differences").spliterator(), false)
                        .collect(
                                Collectors.toMap(
                                        difference -> difference.path("field").asText(),
                                        difference -> difference,
                                        (first, _) -> first));
        Set<String> fields = new TreeSet<>(differing.keySet());
        ours.fieldNames().forEachRemaining(fields::add);
        theirs.fieldNames().forEachRemaining(fields::add);
        Table table =
                new Table(
                        "field",
                        count("ours", one.path("ours")),
                        count("broker", one.path("brokers")),
                        " ");
        for (String field : fields) {
            JsonNode difference = differing.get(field);
            table.row(
                    field,
                    difference == null
                            ? ours.path(field).asText("")
                            : difference.path("ours").asText(""),
                    difference == null
                            ? theirs.path(field).asText("")
                            : difference.path("brokers").asText(""),
                    difference == null ? " " : "differs");
        }
        return table.text();
    }

    private static String count(String side, JsonNode rows) {
        return rows.size() == 1
                ? side
                : "%s (%s)".formatted(side, rows.isEmpty() ? "no row" : rows.size() + " rows");
    }
}
