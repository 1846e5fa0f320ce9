package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What became of orders that were sent, by the book's word and not by the answers. */
final class Outcomes {
    /**
     * How many of each.
     *
     * @param taken those that are there once, and that the broker has
     * @param missing those of which the book knows nothing, or that the broker does not have
     * @param doubtful those of which nobody knows yet
     */
    record Count(int taken, int missing, int twice, int doubtful) {}

    private static final Set<String> DOUBT = Set.of("UNKNOWN", "PENDING_NEW");
    private static final Set<String> NOT_THERE = Set.of("REJECTED", "NOT_SENT", "NEVER_ARRIVED");
    private static final Set<String> OPEN = Set.of("NEW", "PARTIALLY_FILLED");

    private final Desk desk;
    private final String account;

    Outcomes(Desk desk, String account) {
        this.desk = desk;
        this.account = account;
    }

    /** Asks until nothing is in doubt, {@code tries} times at most; cancels what is open then. */
    Count of(Iterable<String> names, int tries) throws InterruptedException {
        int taken = 0;
        int missing = 0;
        int twice = 0;
        int doubtful = 0;
        int left = tries;
        for (String name : names) {
            JsonNode found = find(name);
            while (isInDoubt(found) && left > 0) {
                left--;
                TimeUnit.SECONDS.sleep(1);
                found = find(name);
            }
            if (found.size() > 1) {
                twice++;
            } else if (isInDoubt(found)) {
                doubtful++;
            } else if (found.isEmpty() || NOT_THERE.contains(status(found))) {
                missing++;
            } else {
                taken++;
            }
            cancel(found);
        }
        return new Count(taken, missing, twice, doubtful);
    }

    private JsonNode find(String name) {
        Answer answer =
                desk.get(
                        "/v1/orders?account=%s&clOrdId=%s"
                                .formatted(Http.part(account), Http.part(name)));
        if (!answer.isGood()) {
            throw new Http.UnreachableException(
                    "what became of the orders was not told: " + Words.problem(answer));
        }
        return answer.body().path("orders");
    }

    private void cancel(JsonNode found) {
        for (JsonNode order : found) {
            if (OPEN.contains(order.path("ordStatus").asText())) {
                var _ =
                        desk.send(
                                Change.of(
                                        "DELETE",
                                        "/v1/orders/" + Http.part(order.path("orderId").asText())));
            }
        }
    }

    private static boolean isInDoubt(JsonNode found) {
        return found.size() == 1 && DOUBT.contains(status(found));
    }

    private static String status(JsonNode found) {
        return found.path(0).path("ordStatus").asText();
    }
}
