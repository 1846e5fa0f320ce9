package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verbs that show many of a kind. */
final class Lists {
    private Lists() {}

    /** An account's orders. */
    @Command(name = "orders", description = "An account's orders, latest first.")
    static final class Orders implements Verb {
        private final Desk desk;

        @Option(names = "--account", required = true)
        String account = "";

        @Option(names = "--status", description = "Only those, such as UNKNOWN.")
        @Nullable String status;

        Orders(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Exit run() {
            String only =
                    Optional.ofNullable(status).map(s -> "&status=" + Http.part(s)).orElse("");
            return desk.show(
                    "/v1/orders?account=" + Http.part(account) + only,
                    body -> Words.orders(body.path("orders")));
        }
    }

    /** What an account holds. */
    @Command(name = "positions", description = "What an account holds, by broker and symbol.")
    static final class Positions implements Verb {
        private final Desk desk;

        @Option(names = "--account", required = true)
        String account = "";

        Positions(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Exit run() {
            return desk.show(
                    "/v1/positions?account=" + Http.part(account),
                    body ->
                            Table.of(
                                            body.path("positions"),
                                            "broker",
                                            "symbol",
                                            "quantity",
                                            "averageCost",
                                            "realisedPnl")
                                    .text());
        }
    }

    /** Where a broker's books differ from ours. */
    @Command(
            name = "breaks",
            description = {
                "Where a broker's books differ from ours, why, and what to do next.",
                "Status 3: somebody must still look at one."
            })
    static final class Breaks implements Verb {
        private final Desk desk;

        @Option(names = "--account", required = true)
        String account = "";

        @Option(names = "--closed", description = "Those that are closed, in place of the others.")
        boolean closed;

        Breaks(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Exit run() {
            return show(desk, account, closed);
        }

        static Exit show(Desk desk, String account, boolean closed) {
            Answer answer =
                    desk.get(
                            "/v1/breaks?account=%s&closed=%s"
                                    .formatted(Http.part(account), closed));
            Exit exit = desk.show(answer, body -> table(body.path("breaks")));
            return exit == Exit.OK && isOpen(answer.body()) ? Exit.FINDING : exit;
        }

        private static String table(JsonNode breaks) {
            return Table.of(
                            breaks,
                            "breakId",
                            "state",
                            "broker",
                            "what",
                            "cause",
                            "atStake",
                            "atStakeAsset",
                            "action")
                    .text();
        }

        private static boolean isOpen(JsonNode body) {
            for (JsonNode one : body.path("breaks")) {
                if (ExplainBreak.isOpen(one)) {
                    return true;
                }
            }
            return false;
        }
    }
}
