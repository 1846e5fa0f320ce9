package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.broker.RateLimit;
import dev.primegate.instrument.BrokerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetirementsTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final String WORDS = "Deprecation: @1688169599, Sunset: not said";

    private final List<Alert> alerts = new ArrayList<>();
    private final Retirements retirements = new Retirements(alerts::add, Runnable::run);

    @Test
    void whatIsToGoIsToldOnceADayForEachBroker() {
        hear("aa", NOW, Optional.of(WORDS));
        hear("aa", NOW.plusSeconds(60), Optional.of(WORDS));
        hear("bb", NOW, Optional.of(WORDS));
        assertThat(alerts)
                .extracting(Alert::dedupKey)
                .containsExactly("interface-retired:aa", "interface-retired:bb");

        hear("aa", NOW.plus(Duration.ofDays(1)), Optional.of(WORDS));
        assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void anAnswerWithoutSuchAHeaderTellsNothing() {
        hear("aa", NOW, Optional.empty());

        assertThat(alerts).isEmpty();
    }

    @Test
    void eitherHeaderIsEnoughAndBothAreRepeated() {
        assertThat(Retirements.words(null, null)).isEmpty();
        assertThat(Retirements.words("@1688169599", null)).contains(WORDS);
        assertThat(Retirements.words(null, "Sat, 31 Dec 2026 23:59:59 GMT"))
                .contains("Deprecation: not said, Sunset: Sat, 31 Dec 2026 23:59:59 GMT");
    }

    /** A failed write is tried again by the next answer. */
    @Test
    void whatCouldNotBeWrittenDownIsToldByTheNextAnswer() {
        List<String> tries = new ArrayList<>();
        Retirements failing =
                new Retirements(
                        alert -> {
                            tries.add(alert.id());
                            throw new IllegalStateException("the table does not answer");
                        },
                        Runnable::run);
        for (int i = 0; i < 2; i++) {
            failing.heard(line("aa"), NOW, NOW, answer(Optional.of(WORDS)));
        }

        assertThat(tries).hasSize(2);
    }

    @Test
    void whoeverWaitsForTheAnswerDoesNotWaitForTheTable() {
        List<Runnable> later = new ArrayList<>();
        new Retirements(alerts::add, later::add)
                .heard(line("aa"), NOW, NOW, answer(Optional.of(WORDS)));
        assertThat(alerts).isEmpty();

        later.forEach(Runnable::run);
        assertThat(alerts).hasSize(1);
    }

    private void hear(String broker, Instant at, Optional<String> words) {
        retirements.heard(line(broker), at, at, answer(words));
    }

    private static Line line(String broker) {
        return new Line(new BrokerId(broker), new RateLimit("t", 25, 50), Duration.ZERO);
    }

    private static Answer answer(Optional<String> words) {
        return new Answer.Whole(200, "", Optional.empty(), Optional.empty(), words);
    }
}
