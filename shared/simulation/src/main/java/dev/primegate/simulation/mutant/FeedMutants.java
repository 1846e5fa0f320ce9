package dev.primegate.simulation.mutant;

import dev.primegate.simulation.mutant.Mutant.Edit;
import java.util.List;

/** Mutants of how feeds are read and webhooks taken. */
final class FeedMutants {
    private static final String INGEST =
            "functions/webhook-ingest/src/main/java/dev/primegate/ingest/";
    private static final String LEASES =
            "shared/dynamodb/src/main/java/dev/primegate/dynamodb/DynamoFeedLeases.java";

    private FeedMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                        "checkpoint-before-write",
                        "the cursor moves before what it stands for is booked",
                        sweep(
                                """
                                                book(news, "sweep of ", this::swept);
                                                hold.commit(askedAt);
                                """,
                                """
                                                hold.commit(askedAt);
                                                book(news, "sweep of ", this::swept);
                                """)),
                Mutant.of(
                        "lease-without-fence",
                        "a reader that lost its feed still moves the cursor",
                        new Edit(
                                LEASES,
                                "HELD + \" AND (attribute_not_exists(readUntil)",
                                "\"attribute_exists(fence) AND (attribute_not_exists(readUntil)")),
                Mutant.of(
                        "no-sweep-after-reconnect",
                        "neither a reconnect nor time has the records looked at",
                        sweep("EVERY = Duration.ofSeconds(30)", "EVERY = Duration.ofDays(30)"),
                        new Edit(
                                INGEST + "PumpFeed.java",
                                "swept = swept || shift.sweep().sweep();",
                                "swept = true;")),
                Mutant.of(
                        "sweep-without-overlap",
                        "a sweep begins where the last one ended",
                        sweep(".map(cursor -> cursor.minus(OVERLAP))", ".map(cursor -> cursor)")),
                Mutant.of(
                        "failed-sweep-moves-the-cursor",
                        "a sweep without an answer counts as one that found nothing",
                        sweep(
                                "case Fetched.Failed<List<BrokerNews>> _ -> false;",
                                """
                                case Fetched.Failed<List<BrokerNews>> _ -> {
                                    hold.commit(sweptAt);
                                    yield true;
                                }
                                """)),
                Mutant.of(
                        "refused-is-booked",
                        "what the channel refused counts as booked",
                        new Edit(
                                INGEST + "Deliver.java",
                                "throw new IllegalStateException(\"news of \" + batch.broker() + \" was not booked\", e);",
                                "return;")),
                Mutant.of(
                        "webhook-taken-before-written",
                        "a webhook counts as known before it is written",
                        new Edit(
                                INGEST + "TakeWebhook.java",
                                "bookWebhook.book(sender.broker(), id, delivery.body());",
                                "inbox.taken(sender.broker(), id, now.plus(DATED));"
                                        + " bookWebhook.book(sender.broker(), id, delivery.body());")));
    }

    private static Edit sweep(String before, String after) {
        return new Edit(INGEST + "Sweep.java", before, after);
    }
}
