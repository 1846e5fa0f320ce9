package dev.primegate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.order.OrderStatus;
import dev.primegate.order.Orders;
import dev.primegate.proof.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectsTest {
    @Test
    @Proves("G18")
    void oneOfTwoIsNoSpike() {
        assertThat(new Rejects(2, 1).isSpikeOver(Rejects.NONE)).isFalse();
    }

    @Test
    @Proves("G18")
    void ofNineteenNoShareCountsAndOfTwentyTwoRejectsDo() {
        assertThat(new Rejects(19, 19).isSpikeOver(Rejects.NONE)).isFalse();
        assertThat(new Rejects(20, 2).isSpikeOver(Rejects.NONE)).isTrue();
    }

    @Test
    @Proves("G18")
    void fivePercentAreNotMoreThanFivePercent() {
        assertThat(new Rejects(20, 1).isSpikeOver(Rejects.NONE)).isFalse();
        assertThat(new Rejects(100, 5).isSpikeOver(Rejects.NONE)).isFalse();
        assertThat(new Rejects(100, 6).isSpikeOver(Rejects.NONE)).isTrue();
    }

    @Test
    @Proves("G18")
    void threeTimesWhatIsUsualIsNotMoreThanThat() {
        Rejects usual = new Rejects(1_000, 40);

        assertThat(new Rejects(100, 12).isSpikeOver(usual)).isFalse();
        assertThat(new Rejects(100, 13).isSpikeOver(usual)).isTrue();
    }

    @Test
    void whatIsUsualOfAFewOrdersIsNotKnown() {
        assertThat(new Rejects(20, 10).isSpikeOver(new Rejects(19, 19))).isTrue();
        assertThat(new Rejects(20, 10).isSpikeOver(new Rejects(20, 20))).isFalse();
    }

    @Test
    void onlyWhatTheBrokerRejectedCounts() {
        Orders.Tape rejected = new Orders.Tape(Orders.admitted(Orders.buy("a", "1")));
        var _ = rejected.hear(Orders.reported(OrderStatus.REJECTED, "", 6));

        assertThat(Rejects.of(List.of(rejected.order(), Orders.admitted(Orders.buy("b", "1")))))
                .isEqualTo(new Rejects(2, 1));
    }
}
