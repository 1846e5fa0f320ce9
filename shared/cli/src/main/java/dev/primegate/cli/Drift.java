package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Reads a plan of Terraform's, and tells where what stands is not what is written. It names
 * attributes and never their values: a plan holds secrets. What it reads is Terraform's <a
 * href="https://developer.hashicorp.com/terraform/internals/json-format">JSON of plans</a>.
 */
@Command(
        name = "drift",
        description = {
            "Tell where the infrastructure is not as it is written, by a plan of Terraform's:",
            "terraform plan -out drift.tfplan; terraform show -json drift.tfplan. No value is shown.",
            "Status 3: something differs."
        })
final class Drift implements Verb {
    /** Nothing is done, or a source of facts is read again. */
    private static final Set<List<String>> HARMLESS = Set.of(List.of("no-op"), List.of("read"));

    private final Desk desk;

    @Parameters(paramLabel = "PLAN", description = "A file, as `terraform show -json` prints it.")
    Path file = Path.of("");

    Drift(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() {
        JsonNode plan = whole(read());
        ArrayNode differs = differs(plan);
        desk.show(
                new Answer(200, Json.object().set("differs", differs), false),
                _ -> Table.of(differs, "address", "action", "attributes", "changed").text());
        desk.say(
                "%d of %d resources are not as they are written"
                        .formatted(differs.size(), plan.path("resource_changes").size()));
        return differs.isEmpty() ? Exit.OK : Exit.FINDING;
    }

    private JsonNode read() {
        try {
            return Json.read(Files.readString(file));
        } catch (IOException e) {
            throw new RefusedException("cannot read " + e.getMessage());
        }
    }

    /** A plan that failed, or that knows no resource, would say that nothing differs. */
    private JsonNode whole(JsonNode plan) {
        if (!plan.path("format_version").asText().startsWith("1.")
                || plan.path("resource_changes").isEmpty()
                || plan.path("errored").asBoolean()
                || !plan.path("complete").asBoolean(true)) {
            throw new RefusedException(
                    file + " is not a whole plan of a stack, as `terraform show -json` prints it");
        }
        return plan;
    }

    private static ArrayNode differs(JsonNode plan) {
        Map<String, JsonNode> found = new HashMap<>();
        plan.path("resource_drift")
                .forEach(one -> found.put(one.path("address").asText(), one.path("change")));
        ArrayNode differs = Json.object().putArray("differs");
        for (JsonNode one : plan.path("resource_changes")) {
            JsonNode change = one.path("change");
            if (!HARMLESS.contains(actions(change))) {
                String address = one.path("address").asText();
                JsonNode drift = found.getOrDefault(address, Json.object());
                differs.addObject()
                        .put("address", address)
                        .put("action", String.join(", ", actions(change)))
                        .put("attributes", String.join(", ", attributes(change)))
                        .put("changed", isUndone(change, drift) ? "there" : "here");
            }
        }
        return differs;
    }

    /** Whether what would be changed is what was changed there since it was applied. */
    private static boolean isUndone(JsonNode change, JsonNode drift) {
        return actions(drift).contains("delete")
                || !Collections.disjoint(attributes(change), attributes(drift));
    }

    private static List<String> actions(JsonNode change) {
        List<String> actions = new ArrayList<>();
        change.path("actions").forEach(action -> actions.add(action.asText()));
        return actions;
    }

    /** Those that would not be the same; none of what is made or taken away as a whole. */
    private static Set<String> attributes(JsonNode change) {
        JsonNode before = change.path("before");
        JsonNode after = change.path("after");
        Set<String> names = new TreeSet<>();
        if (before.isObject() && after.isObject()) {
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.removeIf(name -> before.path(name).equals(after.path(name)));
        }
        return names;
    }
}
