package dev.primegate.submit;

import static dev.primegate.testkit.Requests.buy;
import static dev.primegate.testkit.Requests.executed;
import static dev.primegate.testkit.Requests.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.submit.StopLossConfig.Direction;
import dev.primegate.submit.StopLossDesk.Finding;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A stop-loss in bitcoin at 100, on books in memory. */
class StopLossDeskTest {
    private static final Instant START = Instant.parse("2026-11-02T23:59:30Z");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final StopLossDesk desk =
            new StopLossDesk(
                    RiskConfigs.of(), books.references(), books.ledger(), SymbolMaster.standard());

    @Test
    @Proves("H5")
    void aLongPositionIsClosedAtItsTriggerAndBelowAndNotAbove() {
        trade(buy("held", "2"), "2");

        assertThat(look(Direction.BELOW, "100.0000000001")).isEqualTo(new Finding.Quiet());
        assertThat(sent(look(Direction.BELOW, "100"))).isEqualTo(Side.SELL + " 2");
        assertThat(sent(look(Direction.BELOW, "99"))).isEqualTo(Side.SELL + " 2");
        assertThat(look(Direction.ABOVE, "101")).isEqualTo(new Finding.Quiet());
    }

    @Test
    @Proves("H5")
    void aShortPositionIsClosedAtItsTriggerAndAbove() {
        trade(sell("sold", "3"), "3");

        assertThat(look(Direction.ABOVE, "99.9999999999")).isEqualTo(new Finding.Quiet());
        assertThat(sent(look(Direction.ABOVE, "100"))).isEqualTo(Side.BUY + " 3");
        assertThat(look(Direction.BELOW, "99")).isEqualTo(new Finding.Quiet());
    }

    @Test
    @Proves("H5")
    void whatIsNoWholeStepStaysSoThatNothingMoreThanThePositionIsSold() {
        trade(buy("dust", "1"), "0.000000019");

        assertThat(sent(look(Direction.BELOW, "99"))).isEqualTo(Side.SELL + " 0.00000001");
    }

    @Test
    @Proves("H5")
    void theOrderIsTheSameAllDayHoweverOftenItIsSeenAndAnotherOnTheNext() {
        trade(buy("held", "2"), "2");
        NewOrder first = crossed(look(Direction.BELOW, "99"));
        clock.advance(Duration.ofSeconds(20));
        NewOrder again = crossed(look(Direction.BELOW, "98"));
        clock.advance(Duration.ofSeconds(20));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(crossed(look(Direction.BELOW, "99")).id()).isNotEqualTo(first.id());
        assertThat(StopLossDesk.orderId(trigger(Direction.BELOW), START)).isEqualTo(first.id());
    }

    @Test
    @Proves({"H5", "X34"})
    void aStalePriceIsNone() {
        trade(buy("held", "2"), "2");
        assertThat(look(Direction.BELOW, "99")).isInstanceOf(Finding.Crossed.class);

        clock.advance(Duration.ofSeconds(16));

        assertThat(desk.look(trigger(Direction.BELOW), clock.instant()))
                .isInstanceOf(Finding.Blind.class);
    }

    private Finding look(Direction direction, String price) {
        clock.advance(Duration.ofMillis(1));
        books.references().publish(Requests.BTC, Requests.price(price, clock.instant()));
        return desk.look(trigger(direction), clock.instant());
    }

    private static String sent(Finding finding) {
        NewOrder order = crossed(finding);
        Quantity quantity = ((OrderSize.Units) order.size()).orderQty();
        return order.side() + " " + quantity;
    }

    private static NewOrder crossed(Finding finding) {
        return ((Finding.Crossed) finding).order();
    }

    private void trade(NewOrder order, String quantity) {
        var _ =
                books.book()
                        .admit(Requests.intent(order, "owner", Requests.wide(), clock.instant()));
        var _ = books.book().apply(order.id(), executed(order, "f", quantity), "test");
    }

    private static StopLossConfig.Trigger trigger(Direction direction) {
        return new One(direction);
    }

    private record One(Direction direction) implements StopLossConfig.Trigger {
        @Override
        public String id() {
            return "one";
        }

        @Override
        public String tenant() {
            return "fund";
        }

        @Override
        public String account() {
            return "main";
        }

        @Override
        public String symbol() {
            return "BTC-USD";
        }

        @Override
        public BigDecimal price() {
            return new BigDecimal("100");
        }

        @Override
        public int maxSlippageBps() {
            return 100;
        }
    }
}
