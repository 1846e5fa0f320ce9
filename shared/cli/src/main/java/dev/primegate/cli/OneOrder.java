package dev.primegate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verbs about an order that there is. */
final class OneOrder {
    private OneOrder() {}

    private static String path(String id) {
        return "/v1/orders/" + Http.part(id);
    }

    /** Shows an order, or all that happened to it. */
    @Command(name = "get", description = "Show an order as it stands.")
    static final class Get implements Verb {
        private final Desk desk;

        @Parameters(paramLabel = "ORDER", description = "Its orderId.")
        String id = "";

        @Option(names = "--history", description = "All that happened to it, as JSON.")
        boolean history;

        Get(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Exit run() {
            return history
                    ? desk.show(path(id) + "/history", Json::pretty)
                    : desk.show(path(id), Words::order);
        }
    }

    /** Asks for its end, which the broker decides. */
    @Command(
            name = "cancel",
            description = "Ask for an order's end; it ends when the broker says so.")
    static final class Cancel implements Verb {
        private final Desk desk;

        @Mixin Caution caution = new Caution();

        @Parameters(paramLabel = "ORDER", description = "Its orderId.")
        String id = "";

        Cancel(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Exit run() {
            return desk.change(Change.of("DELETE", path(id)), caution, Words::order);
        }
    }
}
