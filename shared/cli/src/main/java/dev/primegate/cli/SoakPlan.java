package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The ledger of the soak: a run each day, fourteen green days in a row. */
@Command(
        name = "plan",
        description = {
            "The last 14 days of the soak, and how many green ones there are in a row.",
            "Status 3: not yet 14."
        })
final class SoakPlan implements Verb {
    /** Two weeks of daily runs. */
    static final int DAYS = 14;

    private final Desk desk;

    @Mixin Evidence evidence = new Evidence();

    SoakPlan(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() {
        Map<LocalDate, Boolean> days = days(evidence.all(Soak.KIND));
        LocalDate today = desk.now().atOffset(ZoneOffset.UTC).toLocalDate();
        int green = greenInARow(days, today);
        ObjectNode report = Json.object().put("greenInARow", green).put("needed", DAYS);
        for (int back = DAYS - 1; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            report.withArray("days")
                    .addObject()
                    .put("day", day.toString())
                    .put("run", !days.containsKey(day) ? "none" : days.get(day) ? "green" : "red");
        }
        desk.show(
                new Answer(200, report, false),
                body -> Table.of(body.path("days"), "day", "run").text());
        desk.say("%d of %d green days in a row".formatted(green, DAYS));
        return green >= DAYS ? Exit.OK : Exit.FINDING;
    }

    /** Whether each day's runs all passed; by the day, UTC, on which they began. */
    static Map<LocalDate, Boolean> days(List<JsonNode> runs) {
        Map<LocalDate, Boolean> days = new TreeMap<>();
        for (JsonNode run : runs) {
            days.merge(
                    Evidence.at(run).atOffset(ZoneOffset.UTC).toLocalDate(),
                    run.path("passed").asBoolean(),
                    Boolean::logicalAnd);
        }
        return days;
    }

    /**
     * Up to today; until today's run, up to yesterday. A red day or one without a run ends them.
     */
    static int greenInARow(Map<LocalDate, Boolean> days, LocalDate today) {
        LocalDate day = days.containsKey(today) ? today : today.minusDays(1);
        int green = 0;
        while (days.getOrDefault(day, false)) {
            green++;
            day = day.minusDays(1);
        }
        return green;
    }
}
