package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackMessageTest {
    @Test
    void whatOthersWroteCallsNobodyAndLinksNowhere() {
        SlackMessage message =
                message("<!channel> look at <https://example.com|this> & that", "`code`");

        assertThat(message.toString())
                .contains("&lt;!channel&gt; look at &lt;https://example.com|this&gt; &amp; that")
                .doesNotContain("<!channel>")
                .contains("`'code'`");
    }

    @Test
    void noSectionIsLongerThanSlackTakes() {
        SlackMessage message = message("<".repeat(10_000), ">".repeat(10_000));

        assertThat(message.blocks())
                .allSatisfy(
                        block -> assertThat(block.text().text()).hasSizeLessThanOrEqualTo(3000));
    }

    private static SlackMessage message(String summary, String detail) {
        Alert alert =
                Alert.trigger(
                        "rule",
                        "scope",
                        "cause",
                        Severity.ERROR,
                        summary,
                        Instant.parse("2026-11-02T10:00:00Z"),
                        Map.of("text", detail));
        return SlackMessage.of(
                Optional.empty(), "test", Notices.of(Due.TRIGGER, alert, "slack"), List.of());
    }
}
