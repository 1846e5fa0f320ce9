package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;

/** Asks whether everything is there: the API, and with it each broker, its key and its clock. */
@Command(
        name = "doctor",
        description = {
            "Whether the API and each broker are there, and agree about the time.",
            "Of each broker: whether it answers, takes the key, and has this machine's time. Status 3:",
            "one does not."
        })
final class Doctor implements Verb {
    /** From here on order-submit signs nothing for the broker. */
    private static final Duration SKEW = Duration.ofSeconds(20);

    private static final int TRIES = 3;

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
        ObjectNode report = Json.object();
        report.set("environment", where.body());
        ArrayNode brokers = report.putArray("brokers");
        states.body().path("brokers").forEach(state -> brokers.add(examinedAgain(state)));
        desk.show(
                new Answer(200, report, false),
                all ->
                        Table.of(
                                        all.path("brokers"),
                                        "broker",
                                        "key",
                                        "millis",
                                        "clockSeconds",
                                        "trading",
                                        "verdict")
                                .text());
        return sound(brokers) ? Exit.OK : Exit.FINDING;
    }

    /** A broker whose rate others use too may be late once, and a key that it refuses stays so. */
    private ObjectNode examinedAgain(JsonNode state) {
        ObjectNode row = examine(state);
        for (int asked = 1; asked < TRIES && !row.has("millis"); asked++) {
            desk.say(
                    "%s: %s; asking again"
                            .formatted(row.path("broker").asText(), row.path("verdict").asText()));
            row = examine(state);
        }
        return row;
    }

    private ObjectNode examine(JsonNode state) {
        String broker = state.path("broker").asText();
        Instant begun = desk.now();
        Answer health = desk.get("/health/brokers/" + Http.part(broker));
        Instant middle = begun.plus(Duration.between(begun, desk.now()).dividedBy(2));
        ObjectNode row =
                Json.object()
                        .put("broker", broker)
                        .put("trading", state.path("trading").asText())
                        .put("key", health.isGood() ? "taken" : health.text("code"));
        if (!health.isGood()) {
            return row.put("verdict", health.text("detail"));
        }
        Duration ahead = Duration.between(middle, Instant.parse(health.text("brokerTime")));
        row.put("millis", health.text("tookMillis")).put("clockSeconds", "" + ahead.toSeconds());
        return row.put(
                "verdict",
                ahead.abs().compareTo(SKEW) >= 0
                        ? "this machine's clock or the broker's is wrong"
                        : "ok");
    }

    private static boolean sound(ArrayNode brokers) {
        for (JsonNode broker : brokers) {
            if (!broker.path("verdict").asText().equals("ok")) {
                return false;
            }
        }
        return !brokers.isEmpty();
    }
}
