package dev.primegate.local;

import static dev.primegate.local.BrokenException.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.reconcile.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The story's last chapter: a day whose books differ, and what reconcile makes of it. */
final class BrokenDay {
    private final HttpCalls api;
    private final PlantedDay planting;
    private final Supplier<Tally> reconcile;
    private final Teller teller;

    /**
     * The chapter.
     *
     * @param reconcile runs the comparison of trades once, as the schedule does
     */
    BrokenDay(HttpCalls api, PlantedDay planting, Supplier<Tally> reconcile, Teller teller) {
        this.api = api;
        this.planting = planting;
        this.reconcile = reconcile;
        this.teller = teller;
    }

    /** Throws {@link BrokenException} with the first line that does not hold. */
    void tell(String run) throws InterruptedException {
        teller.chapter("A day with breaks, each explained");
        PlantedDay.Planted planted = planting.plant(run);
        Map<Plant, StatementRow> right = planted.right();
        teller.event(
                "of %s we booked %d trades; Clear Street's file has %d rows, wrong in %d ways:"
                        .formatted(planted.day(), planted.booked(), planted.rows(), right.size()));
        teller.event(planted.file());
        compare();
        List<JsonNode> breaks = show(planted);
        right.forEach((plant, row) -> explained(plant, row, find(breaks, plant, row)));
        explain(breaks);
        List<String> before = standing(planted.day());
        compare();
        compare();
        check(standing(planted.day()).equals(before), "another run changed the breaks");
        teller.event("two more runs over the same books change nothing");
    }

    private void compare() {
        Tally tally = reconcile.get();
        check(tally.failed() == 0, "reconcile could not compare: " + tally);
    }

    /** Exactly what was planted is found. */
    private List<JsonNode> show(PlantedDay.Planted planted) throws InterruptedException {
        teller.request("GET /v1/breaks?account=demo");
        HttpCalls.Response answer = listed();
        List<JsonNode> breaks = ofDay(answer, planted.day());
        teller.answer(answer, "%d breaks".formatted(breaks.size()));
        check(
                breaks.size() == planted.right().size(),
                "%d were planted: %s".formatted(planted.right().size(), answer.body()));
        return breaks;
    }

    private void explained(Plant plant, StatementRow right, JsonNode found) {
        String cause = found.path("cause").asText();
        Decimal10 stake = Decimal10.of(found.path("atStake").asText());
        String differences = differences(found);
        String action = found.path("action").asText();
        check(cause.equals(plant.cause()), "%s was taken for %s".formatted(plant, cause));
        check(
                stake.equals(plant.atStake(right)),
                "%s puts %s at stake, not %s".formatted(plant, stake, plant.atStake(right)));
        check(
                differences.contains(plant.shown()),
                "%s is not shown to differ in %s: %s".formatted(plant, plant.shown(), differences));
        check(!action.isEmpty(), plant + " says nothing of what to do");
        teller.event("");
        teller.event(
                "%s: %s %s of %s at %s; %s %s at stake, %s"
                        .formatted(
                                cause,
                                right.side(),
                                right.quantity(),
                                right.symbol(),
                                right.price(),
                                stake,
                                found.path("atStakeAsset").asText(),
                                found.path("gravity").asText()));
        teller.event("  " + differences);
        teller.event("  next: " + action);
    }

    private static String differences(JsonNode found) {
        List<String> fields = new ArrayList<>();
        for (JsonNode one : found.path("differences")) {
            // Of a column that the file does not have there is nothing to say.
            if (!one.path("brokers").asText().isEmpty()) {
                String ours = one.path("ours").asText();
                fields.add(
                        "%s: ours %s, theirs %s"
                                .formatted(
                                        one.path("field").asText(),
                                        ours.isEmpty() ? "none" : ours,
                                        one.path("brokers").asText()));
            }
        }
        return fields.isEmpty()
                ? "rows: ours %d, theirs %d"
                        .formatted(found.path("ours").size(), found.path("brokers").size())
                : String.join("; ", fields);
    }

    private void explain(List<JsonNode> breaks) throws InterruptedException {
        String id =
                breaks.stream()
                        .filter(one ->
                                one.path("cause").asText().equals(Plant.FEE_NOT_BOOKED.cause()))
                        .map(one -> one.path("breakId").asText())
                        .findFirst()
                        .orElseThrow(() -> new BrokenException("no fee is missing"));
        teller.event("");
        teller.request("POST /v1/breaks/%s/explain  FEE_SCHEDULE".formatted(id));
        HttpCalls.Response answer =
                api.post(
                        "/v1/breaks/%s/explain".formatted(id),
                        """
                        {"reason":"FEE_SCHEDULE","evidence":"their schedule of fees, page 2"}
                        """);
        check(
                answer.status() == 200 && answer.text("state").equals("EXPLAINED"),
                "it is not explained: " + answer.body());
        teller.answer(answer, answer.text("state"));
    }

    /** All of the day's breaks but their age, which grows by itself. */
    private List<String> standing(LocalDate day) throws InterruptedException {
        return ofDay(listed(), day).stream()
                .map(one -> {
                    ObjectNode still = one.deepCopy();
                    still.remove("age");
                    return still.toString();
                })
                .sorted()
                .toList();
    }

    private HttpCalls.Response listed() throws InterruptedException {
        HttpCalls.Response answer = api.get("/v1/breaks?account=demo");
        check(answer.status() == 200, "the breaks are not listed: " + answer.body());
        return answer;
    }

    private static List<JsonNode> ofDay(HttpCalls.Response answer, LocalDate day) {
        List<JsonNode> ofDay = new ArrayList<>();
        for (JsonNode one : answer.body().path("breaks")) {
            if (one.path("day").asText().equals(day.toString())
                    && one.path("subject").asText().equals("TRADES")) {
                ofDay.add(one);
            }
        }
        return ofDay;
    }

    private static JsonNode find(List<JsonNode> breaks, Plant plant, StatementRow right) {
        return breaks.stream()
                .filter(one -> one.path("what").asText().equals(plant.about(right)))
                .findFirst()
                .orElseThrow(() -> new BrokenException("nobody found " + plant));
    }
}
