package dev.primegate.router;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.primegate.alert.routing.Member;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message in Slack's Block Kit. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlackMessage(
        @Nullable String channel,
        @JsonProperty("thread_ts") @Nullable String thread,
        String text,
        List<Block> blocks) {
    /** Slack takes 3000 characters in a section; escapes come on top. */
    private static final int LONGEST = 500;

    /** Slack takes about 13,000 characters and 50 blocks in a message. */
    private static final int MEMBERS = 4;

    static SlackMessage of(
            Optional<String> channel, String environment, Notice notice, List<Link> links) {
        String head = "%s *%s*".formatted(sign(notice), escape(notice.summary()));
        String warning =
                notice.unreached().isEmpty()
                        ? ""
                        : "\n*Could not be reached: %s*".formatted(notice.unreached());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.of(head + warning));
        notice.members().stream()
                .limit(MEMBERS)
                .forEach(member -> blocks.add(Block.of(text(environment, member))));
        if (!links.isEmpty()) {
            blocks.add(
                    Block.of(
                            links.stream()
                                    .map(link -> "<%s|%s>".formatted(link.href(), link.text()))
                                    .collect(Collectors.joining("   "))));
        }
        return new SlackMessage(
                channel.orElse(null), notice.reference().orElse(null), head, blocks);
    }

    private static String text(String environment, Member member) {
        String details =
                member.labels().values().entrySet().stream()
                        .map(detail ->
                                "%s: `%s`"
                                        .formatted(
                                                escape(detail.getKey()),
                                                escape(detail.getValue()).replace("`", "'")))
                        .collect(Collectors.joining("   "));
        return "%s   %s   %s\n%s"
                .formatted(environment, member.lastAt(), escape(member.summary()), details);
    }

    private static String sign(Notice notice) {
        return switch (notice.due()) {
            case RESOLVE -> ":white_check_mark: RESOLVED";
            case ACKNOWLEDGE ->
                    ":raised_hand: ACKNOWLEDGED by "
                            + escape(
                                    notice.incident()
                                            .acknowledgement()
                                            .map(by -> by.by())
                                            .orElse("somebody"));
            case TRIGGER, UPDATE, REPEAT ->
                    switch (notice.incident().severity()) {
                        case CRITICAL -> ":rotating_light: CRITICAL";
                        case ERROR -> ":red_circle: ERROR";
                        case WARNING -> ":warning: WARNING";
                        case INFO -> ":information_source: INFO";
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
