package dev.primegate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Lines;
import dev.primegate.simulator.wire.NewsFaults;
import dev.primegate.simulator.wire.Request;
import java.util.Set;

/** What goes wrong with news. */
final class NewsControl {
    private static final Set<String> NEWS =
            Set.of(
                    "channel",
                    "duplicate",
                    "reorder",
                    "silent",
                    "drop_next",
                    "drop_share",
                    "seed",
                    "skip_next");

    private final NewsFaults faults;
    private final Lines lines;

    NewsControl(NewsFaults faults, Lines lines) {
        this.faults = faults;
        this.lines = lines;
    }

    /** Only what is named changes. */
    JsonNode set(Request request) {
        Fields fields = Bodies.read(request, NEWS);
        fields.text("channel").ifPresent(faults::about);
        fields.flag("duplicate").ifPresent(faults::duplicating);
        fields.flag("reorder").ifPresent(faults::reordering);
        fields.flag("silent").ifPresent(faults::silent);
        if (fields.has("drop_next")) {
            faults.dropNext(Bodies.count(fields, "drop_next", 0));
        }
        if (fields.has("skip_next")) {
            faults.skipNext(Bodies.count(fields, "skip_next", 0));
        }
        fields.text("drop_share")
                .ifPresent(share ->
                        faults.drop(
                                Shares.read("drop_share", share), fields.number("seed").orElse(0)));
        return Json.object();
    }

    JsonNode cut(Request request) {
        return Json.object().put("cut", lines.cutAll());
    }
}
