package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;

/** Asks whether everything is there: the API, its tables, and with them each broker. */
@Command(
        name = "doctor",
        description = {
            "Whether the API, its tables and each broker are there, and agree about the time.",
            "Of each broker: whether it takes the key from our address, has this machine's time, has",
            "room in its limit, and is heard. Each line says what to do next. Status 3: one is wrong."
        })
final class Doctor implements Verb {
    /** A read of each table, by who may read. */
    private static final List<String> TABLES = List.of("orders", "halts", "breaks", "alerts");

    private final Desk desk;

    Doctor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() {
        Answer where = desk.get("/v1/ops/environment");
        if (!where.isGood()) {
            return desk.show(where, Json::pretty);
        }
        desk.say(
                "%s: environment %s, release %s, you are %s of %s"
                        .formatted(
                                where.text("world"),
                                where.text("environment"),
                                where.text("release"),
                                where.text("caller"),
                                where.text("tenant")));
        Answer states = desk.get("/v1/ops/brokers");
        if (!states.isGood()) {
            return desk.show(states, Json::pretty);
        }
        Checkup checkup = new Checkup();
        checkup.ok(
                "api", "answer", "%s, as %s".formatted(where.text("world"), where.text("caller")));
        TABLES.forEach(table -> read(checkup, table));
        JsonNode brokers = states.body().path("brokers");
        if (brokers.isEmpty()) {
            checkup.wrong("brokers", "setting", "none", "primegate.used.brokers names them");
        }
        brokers.forEach(new ExamineBroker(desk, checkup)::examine);
        ObjectNode report = Json.object();
        report.set("environment", where.body());
        report.set("checks", checkup.lines());
        desk.show(
                new Answer(200, report, false),
                all ->
                        Table.of(all.path("checks"), "subject", "check", "found", "verdict", "next")
                                .text());
        return checkup.isSound() ? Exit.OK : Exit.FINDING;
    }

    private void read(Checkup checkup, String table) {
        Answer answer = desk.get("/v1/" + table);
        if (answer.isGood()) {
            checkup.ok("tables", table, "read");
        } else if (answer.status() == 403) {
            checkup.look("tables", table, "you may not read it", "shared/docs/how-to/deploy.md");
        } else {
            checkup.wrong(
                    "tables", table, Words.problem(answer), "the function's log, by its trace id");
        }
    }
}
