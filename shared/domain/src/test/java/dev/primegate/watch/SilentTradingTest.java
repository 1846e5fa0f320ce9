package dev.primegate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.TradingHours;
import dev.primegate.order.Order;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Orders;
import dev.primegate.proof.Proves;
import dev.primegate.settlement.Calendars;
import dev.primegate.settlement.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilentTradingTest {
    private static final BrokerId BROKER = new BrokerId("coinbase-prime");
    private static final Order WORKING = heard(OrderStatus.NEW);
    private static final Instant LAST = WORKING.lastUpdateTime();

    private final SilentTrading always = new SilentTrading(_ -> new TradingHours.Always());
    private final SilentTrading newYork =
            new SilentTrading(_ -> Calendars.standard().hours(Market.XNYS));

    @Test
    @Proves("G17")
    void fiveMinutesWithoutAWordAreTold() {
        Optional<Trouble> silent = judge(always, LAST.plusSeconds(300), WORKING);

        assertThat(silent.orElseThrow().summary())
                .isEqualTo(
                        "%s has told nothing of any order since %s; 1 are open"
                                .formatted(BROKER, LAST));
        assertThat(silent.orElseThrow().scope()).isEqualTo(BROKER.name());
    }

    @Test
    @Proves("G17")
    void aSecondLessIsNot() {
        assertThat(judge(always, LAST.plusSeconds(299), WORKING)).isEmpty();
    }

    @Test
    @Proves("G17")
    void withoutAnOpenOrderNobodyExpectsAWord() {
        assertThat(judge(always, LAST.plusSeconds(3600))).isEmpty();
        assertThat(judge(always, LAST.plusSeconds(3600), heard(OrderStatus.EXPIRED))).isEmpty();
    }

    @Test
    @Proves("G17")
    void itIsQuietOnHolidaysAtNightAndAfterAnEarlyClose() {
        assertThat(judge(newYork, Instant.parse("2026-11-25T15:00:00Z"), WORKING)).isPresent();
        // Thanksgiving, and the day after it from 13:00.
        assertThat(judge(newYork, Instant.parse("2026-11-26T15:00:00Z"), WORKING)).isEmpty();
        assertThat(judge(newYork, Instant.parse("2026-11-27T17:59:59Z"), WORKING)).isPresent();
        assertThat(judge(newYork, Instant.parse("2026-11-27T18:00:00Z"), WORKING)).isEmpty();
        assertThat(judge(newYork, Instant.parse("2026-11-25T22:00:00Z"), WORKING)).isEmpty();
    }

    @Test
    @Proves("G17")
    void theNightBeforeTheOpeningDoesNotCount() {
        Instant opening = Instant.parse("2026-11-25T14:30:00Z");

        assertThat(judge(newYork, opening.plus(Duration.ofSeconds(299)), WORKING)).isEmpty();
        assertThat(judge(newYork, opening.plus(Duration.ofMinutes(5)), WORKING)).isPresent();
    }

    @Test
    void anyOrdersLatestWordCounts() {
        Order ended = later(heard(OrderStatus.EXPIRED), LAST.plusSeconds(200));

        assertThat(judge(always, LAST.plusSeconds(300), WORKING, ended)).isEmpty();
        assertThat(judge(always, LAST.plusSeconds(500), WORKING, ended)).isPresent();
    }

    @Test
    void anOrderThatTheBrokerNeverToldOfIsAnotherTrouble() {
        Order unheard = Orders.admitted(Orders.buy("a", "1"));

        assertThat(judge(always, LAST.plusSeconds(3600), unheard)).isEmpty();
    }

    @Test
    @Proves("G17")
    void whatWeSendIsNoWordOfTheBroker() {
        Order sent = later(Orders.admitted(Orders.buy("b", "1")), LAST.plusSeconds(299));

        assertThat(judge(always, LAST.plusSeconds(300), WORKING, sent)).isPresent();
    }

    private static Optional<Trouble> judge(SilentTrading watch, Instant now, Order... orders) {
        return watch.judge(BROKER, List.of(orders), now);
    }

    private static Order heard(OrderStatus status) {
        Orders.Tape tape = new Orders.Tape(Orders.admitted(Orders.buy("a", "1")));
        var _ = tape.hear(Orders.reported(status, "", 6));
        return tape.order();
    }

    private static Order later(Order order, Instant at) {
        return new Order(
                order.request(),
                order.route(),
                order.attempt(),
                order.reservation(),
                order.expectation(),
                order.status(),
                order.progress(),
                order.version(),
                order.transactTime(),
                at);
    }
}
