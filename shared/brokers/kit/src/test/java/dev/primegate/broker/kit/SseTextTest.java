package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.proof.Proves;
import org.junit.jupiter.api.Test;

class SseTextTest {
    @Test
    void whatEndedIsReadInItsOrderCommentsIncluded() {
        assertThat(
                        SseText.read(
                                ":heartbeat\n\ndata: a\ndata: b\n\r\n: dropped 3\nid: 7\ndata: c\n\n"))
                .containsExactly(
                        new SseItem.Comment("heartbeat"),
                        new SseItem.Event("message", "a\nb", ""),
                        new SseItem.Comment("dropped 3"),
                        new SseItem.Event("message", "c", "7"));
        assertThat(SseText.read("")).isEmpty();
    }

    @Test
    @Proves("X48")
    void whatIsCutWithinAnEventIsNotWhole() {
        assertThatThrownBy(() -> SseText.read("data: a\n\ndata: b\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("cut");
    }

    @Test
    @Proves("X14")
    void aWebPageIsNotAStreamInWhichNothingHappened() {
        assertThatThrownBy(() -> SseText.read("<html><body>Please wait.</body></html>"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("no event stream");
    }
}
