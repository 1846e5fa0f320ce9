package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verbs that stop trading, and let it go on. */
final class HaltVerbs {
    private static final String SCOPE =
            "all, broker:NAME, account:TENANT/ACCOUNT or symbol:SYMBOL.";

    private HaltVerbs() {}

    private static String path(String scope) {
        return "/v1/halts/" + Http.part(scope);
    }

    private static String words(JsonNode halt) {
        return "%s %s by %s: %s"
                .formatted(
                        halt.path("scope").asText(),
                        halt.path("state").asText(),
                        halt.path("by").asText(),
                        halt.path("reason").asText());
    }

    /** Stops a scope at once. It can only stop, so it needs no {@code --live}. */
    @Command(
            name = "halt",
            description = "Stop a scope, at once; no --live is needed, for it can only stop.")
    static final class Halt implements Verb {
        private final Desk desk;

        @Mixin Caution caution = new Caution();

        @Parameters(paramLabel = "SCOPE", description = SCOPE)
        String scope = "";

        @Option(names = "--reason", required = true)
        String reason = "";

        @Option(
                names = "--reduce",
                description = "Let positions shrink: REDUCING in place of HALTED.")
        boolean reduce;

        @Option(names = "--cancel-open-orders", description = "And cancel what is open.")
        boolean cancel;

        Halt(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Exit run() {
            JsonNode body =
                    Json.object()
                            .put("state", reduce ? "REDUCING" : "HALTED")
                            .put("reason", reason)
                            .put("cancelOpenOrders", cancel);
            return desk.change(
                    Change.of("PUT", path(scope), body).asStop(), caution, HaltVerbs::words);
        }
    }

    /** Lets a scope trade again; it takes two persons. */
    @Command(
            name = "resume",
            description = {
                "Let a scope trade again, which takes two persons.",
                "The first gets status 3, another within 15 minutes status 0."
            })
    static final class Resume implements Verb {
        private final Desk desk;

        @Mixin Caution caution = new Caution();

        @Parameters(paramLabel = "SCOPE", description = SCOPE)
        String scope = "";

        @Option(names = "--reason", required = true, description = "Why it is safe.")
        String reason = "";

        Resume(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Exit run() {
            Exit exit =
                    desk.change(
                            Change.of("DELETE", path(scope) + "?reason=" + Http.part(reason)),
                            caution,
                            HaltVerbs::words);
            if (exit == Exit.FINDING) {
                desk.say("it still stands: another person must ask for the same");
            }
            return exit;
        }
    }

    /** Shows what is halted. */
    @Command(name = "halts", description = "What is halted; status 4 if anything is.")
    static final class Halts implements Verb {
        private final Desk desk;

        Halts(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Exit run() {
            Answer answer = desk.get("/v1/halts");
            Exit exit =
                    desk.show(
                            answer,
                            body ->
                                    Table.of(
                                                    body.path("halts"),
                                                    "scope",
                                                    "state",
                                                    "by",
                                                    "at",
                                                    "reason")
                                            .text());
            return exit == Exit.OK && !answer.body().path("halts").isEmpty() ? Exit.HALTED : exit;
        }
    }
}
