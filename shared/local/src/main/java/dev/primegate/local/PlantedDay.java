package dev.primegate.local;

import static dev.primegate.local.BrokenException.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.settlement.BusinessDays;
import dev.primegate.settlement.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes a day whose statement is wrong in as many ways as there are {@link Plant}s. The simulated
 * Clear Street turns its clock back while it trades, so that the day has ended, and leaves a file
 * where reconcile reads such files; everything else is as on any day.
 */
final class PlantedDay {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Ten thousand trades: nobody's demo. */
    private static final int MOST_PAGES = 100;

    private final HttpCalls api;
    private final HttpCalls broker;
    private final StatementFolder folder;
    private final BusinessDays days = Calendars.standard().find("XNYS").orElseThrow();

    PlantedDay(HttpCalls api, HttpCalls broker, StatementFolder folder) {
        this.api = api;
        this.broker = broker;
        this.folder = folder;
    }

    /**
     * What was planted.
     *
     * @param right for each plant the row as it should have been
     * @param booked how many trades of the day we know
     * @param rows how many the file has
     */
    record Planted(
            LocalDate day, Map<Plant, StatementRow> right, int booked, int rows, String file) {}

    /** Trades on the last business day, by the broker's clock, and leaves the file of that day. */
    Planted plant(String run) throws InterruptedException {
        ZonedDateTime now = ZonedDateTime.now(NEW_YORK);
        LocalDate day = now.toLocalDate().minusDays(1);
        while (!days.contains(day)) {
            day = day.minusDays(1);
        }
        Map<String, Plant> plants = trade(run, Duration.between(now, now.with(day)));
        keepAtClearStreet();
        return leave(day, plants);
    }

    /** Returns the order of each plant. */
    private Map<String, Plant> trade(String run, Duration back) throws InterruptedException {
        Map<String, Plant> orders = new HashMap<>();
        turnClock(back);
        try {
            for (Plant plant : Plant.values()) {
                orders.put(bought("demo-%s-7%d".formatted(run, orders.size()), plant), plant);
            }
            for (String id : orders.keySet()) {
                awaitFilled(id);
            }
        } finally {
            turnClock(Duration.ZERO);
        }
        return orders;
    }

    /**
     * Returns the order's id. Who must wait by the broker's rate limit asks again, for one share
     * more, since the same again would look like a repeat.
     */
    private String bought(String clOrdId, Plant plant) throws InterruptedException {
        HttpCalls.Response answer = api.post("/v1/orders", order(clOrdId, plant, plant.shares()));
        for (int again = 1; again <= PATIENCE.toSeconds() && answer.status() == 503; again++) {
            TimeUnit.SECONDS.sleep(1);
            answer =
                    api.post(
                            "/v1/orders",
                            order(clOrdId + "-" + again, plant, plant.shares() + again));
        }
        check(answer.status() == 201, "shares are not bought: " + answer.body());
        return answer.text("orderId");
    }

    private void turnClock(Duration by) throws InterruptedException {
        HttpCalls.Response answer =
                broker.post("/control/clock", "{\"skew_seconds\":%d}".formatted(by.toSeconds()));
        check(answer.status() == 200, "the simulator answered " + answer.body());
    }

    private static String order(String clOrdId, Plant plant, int shares) {
        return """
        {"account":"demo","clOrdId":"%s","symbol":"%s","side":"BUY","ordType":"LIMIT",\
        "timeInForce":"DAY","orderQty":"%d","price":"%s","desk":"demo","trader":"you"}\
        """
                .formatted(clOrdId, plant.symbol(), shares, plant.limit());
    }

    private void awaitFilled(String orderId) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        String last = "";
        while (Instant.now().isBefore(deadline)) {
            last = api.get("/v1/orders/" + orderId).text("ordStatus");
            if (last.equals("FILLED")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new BrokenException("order %s stayed %s".formatted(orderId, last));
    }

    /**
     * Reconcile looks at the accounts of which it is written where they are kept. After the trades,
     * so that it does not see them half booked.
     */
    private void keepAtClearStreet() throws InterruptedException {
        if (api.get("/v1/accounts/demo").status() == 404) {
            HttpCalls.Response put =
                    api.put(
                            "/v1/accounts/demo",
                            """
                            {"version":0,"brokers":[{"broker":"clear-street","number":"%s",
                             "secret":"primegate/clear-street/trade","takesOrphans":true}]}
                            """
                                    .formatted(StatementRow.ACCOUNT));
            check(put.status() == 200, "it is not written where demo is kept: " + put.body());
        }
    }

    private Planted leave(LocalDate day, Map<String, Plant> plants) throws InterruptedException {
        Map<Plant, StatementRow> right = new EnumMap<>(Plant.class);
        List<StatementRow> rows = new ArrayList<>();
        List<JsonNode> executions = executions(day);
        LocalDate late = days.after(day, 5);
        for (JsonNode execution : executions) {
            StatementRow row = StatementRow.of(execution, day);
            // Of an order that was filled in parts the first is wrong.
            Optional<Plant> plant =
                    Optional.ofNullable(plants.get(execution.path("orderId").asText()))
                            .filter(one -> right.putIfAbsent(one, row) == null);
            rows.addAll(plant.map(one -> one.rows(row, late)).orElse(List.of(row)));
        }
        check(right.size() == plants.size(), "only %s have trades".formatted(right.keySet()));
        return new Planted(day, right, executions.size(), rows.size(), folder.leave(day, rows));
    }

    /** All trades of {@code day} that we booked there, by their own time. */
    private List<JsonNode> executions(LocalDate day) throws InterruptedException {
        String path =
                "/v1/executions?account=demo&broker=clear-street&from=%s&until=%s"
                        .formatted(
                                day.atStartOfDay(NEW_YORK).toInstant(),
                                day.plusDays(1).atStartOfDay(NEW_YORK).toInstant());
        List<JsonNode> executions = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            HttpCalls.Response answer = api.get(path + cursor);
            check(answer.status() == 200, "the executions: " + answer.body());
            answer.body().path("executions").forEach(executions::add);
            if (answer.text("next").isEmpty()) {
                return executions;
            }
            cursor = "&cursor=" + answer.text("next");
        }
        throw new BrokenException("there are more trades than a demo has");
    }
}
