package dev.primegate.submit;

import static dev.primegate.testkit.Requests.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Price;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Reference;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlierSwitchesTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final BrokerId PAPER = new BrokerId("paper");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final Brokers<OrderGateway> gateways = new Brokers<>(List.of(new PaperBroker()));
    private final OutlierSwitches switches =
            new OutlierSwitches(gateways, SymbolMaster.standard(), books.references(), clock);

    @Test
    @Proves("H3")
    void aSwitchIsOffAndSaysWhyUntilSomebodyOtherThanTheBrokerTellsAPrice() {
        assertThat(why()).contains("no reference");
        books.references().publish(BTC, new Reference(Price.of("100"), START, PAPER));
        assertThat(why()).contains("no reference but paper's own");

        books.references().publish(BTC, Requests.price("100", START));
        assertThat(why()).isEmpty();

        clock.advance(Duration.ofSeconds(16));
        assertThat(why()).contains("no fresh reference");
    }

    @Test
    @Proves("H3")
    void whatIsOffIsLoggedOnceUntilItChanges() {
        int all = SymbolMaster.standard().all().size();
        assertThat(switches.tell()).hasSize(all);
        assertThat(switches.tell()).isEmpty();

        books.references().publish(BTC, new Reference(Price.of("100"), START, PAPER));

        assertThat(switches.tell())
                .containsExactly(
                        new OutlierSwitches.Off(PAPER, BTC, "no reference but paper's own"));
    }

    private Optional<String> why() {
        return switches.off().stream()
                .filter(off -> off.symbol().equals(BTC))
                .map(OutlierSwitches.Off::why)
                .findFirst();
    }
}
