package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an order each time it changes, until it has ended. */
@Command(
        name = "watch",
        description = {
            "Show an order each time it changes, until it has ended.",
            "Status 3: it had not by then, or ended without a fill."
        })
final class WatchOrder implements Verb {
    /** Those it does not leave but by news that nobody expects. */
    private static final Set<String> ENDS =
            Set.of(
                    "FILLED",
                    "CANCELED",
                    "REJECTED",
                    "EXPIRED",
                    "DONE_FOR_DAY",
                    "NOT_SENT",
                    "NEVER_ARRIVED");

    private final Desk desk;

    @Parameters(paramLabel = "ORDER", description = "Its orderId.")
    String id = "";

    @Option(
            names = "--for",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description = "At most; ${DEFAULT-VALUE}.")
    int seconds;

    @Option(
            names = "--every",
            defaultValue = "500",
            paramLabel = "MILLIS",
            description = "${DEFAULT-VALUE}.")
    int millis;

    WatchOrder(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() throws InterruptedException {
        Instant until = desk.now().plus(Duration.ofSeconds(seconds));
        String last = "";
        while (true) {
            Answer answer = desk.get("/v1/orders/" + Http.part(id));
            if (!answer.isGood()) {
                return desk.show(answer, Words::order);
            }
            String now = line(answer.body());
            if (!now.equals(last)) {
                desk.print(desk.wantsJson() ? Json.line(answer.body()) : now);
                last = now;
            }
            String status = answer.text("ordStatus");
            if (ENDS.contains(status)) {
                return answer.text("cumQty").equals("0") ? Exit.FINDING : Exit.OK;
            }
            if (!desk.now().isBefore(until)) {
                desk.say("it is still " + status);
                return Exit.FINDING;
            }
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    }

    private static String line(JsonNode order) {
        return "%s  %s  %s of %s at %s"
                .formatted(
                        order.path("lastUpdateTime").asText("-"),
                        order.path("ordStatus").asText("-"),
                        order.path("cumQty").asText("0"),
                        order.path("orderQty").asText("-"),
                        order.path("avgPx").asText("-"));
    }
}
