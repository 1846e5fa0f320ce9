package dev.primegate.router;

import dev.primegate.alert.Alert;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Collectors;

/** A message in Slack's Block Kit. */
@RegisterForReflection
record SlackMessage(String text, List<Block> blocks) {
    /** Slack takes 3000 characters in a section; escapes come on top. */
    private static final int LONGEST = 500;

    static SlackMessage of(String environment, Alert alert, List<String> unreached) {
        String head =
                "%s *%s* %s".formatted(sign(alert), escape(alert.rule()), escape(alert.summary()));
        String details =
                alert.details().entrySet().stream()
                        .map(detail ->
                                "%s: `%s`"
                                        .formatted(
                                                escape(detail.getKey()),
                                                escape(detail.getValue()).replace("`", "'")))
                        .collect(Collectors.joining("   "));
        String warning =
                unreached.isEmpty() ? "" : "\n*Could not be reached: %s*".formatted(unreached);
        return new SlackMessage(
                head,
                List.of(
                        Block.of(head + warning),
                        Block.of("%s   %s\n%s".formatted(environment, alert.at(), details))));
    }

    private static String sign(Alert alert) {
        return switch (alert.action()) {
            case RESOLVE -> ":white_check_mark:";
            case TRIGGER ->
                    switch (alert.severity()) {
                        case CRITICAL -> ":rotating_light: CRITICAL";
                        case ERROR -> ":red_circle: ERROR";
                        case WARNING -> ":warning: WARNING";
                        case INFO -> ":information_source:";
                    };
        };
    }

    /** What a broker or a client wrote must not call a channel, link or format. */
    private static String escape(String text) {
        return Cut.to(LONGEST, text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** A section of the message. */
    @RegisterForReflection
    record Block(String type, Text text) {
        private static final int LONGEST_SECTION = 3000;

        static Block of(String text) {
            return new Block("section", new Text("mrkdwn", Cut.to(LONGEST_SECTION, text), true));
        }
    }

    /** Text in Slack's own markup; {@code verbatim}, so that nothing in it becomes a link. */
    @RegisterForReflection
    record Text(String type, String text, boolean verbatim) {}
}
