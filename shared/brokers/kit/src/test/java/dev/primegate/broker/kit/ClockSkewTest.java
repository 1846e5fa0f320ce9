package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.broker.RateLimit;
import dev.primegate.instrument.BrokerId;
import dev.primegate.proof.Proves;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import dev.primegate.telemetry.Reading;
import dev.primegate.telemetry.Series;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewTest {
    private static final BrokerId PRIME = new BrokerId("coinbase-prime");
    private static final Line LINE =
            new Line(PRIME, new RateLimit("standard", 25, 50), Duration.ofSeconds(30));
    private static final Instant BEGUN = Instant.parse("2026-11-02T10:00:00.900Z");
    private static final Instant HEARD = Instant.parse("2026-11-02T10:00:01.100Z");

    private final List<Alert> alerts = new ArrayList<>();
    private final Meters meters = new Meters();
    private final ClockSkew skew = new ClockSkew(alerts::add, meters);

    @ParameterizedTest
    @CsvSource({"-30, 29.9", "-20, 19.9", "-5, 4.9", "0, 0", "1, 0", "7, 5.9", "22, 20.9"})
    void itSaysTheLeastThatTheyCanBeApart(long seconds, String least) {
        hear(Instant.parse("2026-11-02T10:00:00Z").plusSeconds(seconds));

        Duration apart = Duration.parse("PT" + least + "S");
        assertThat(skew.tooFar(PRIME, HEARD))
                .isEqualTo(Optional.of(apart).filter(d -> d.toMillis() >= 20_000));
        assertThat(alerts).hasSize(apart.toMillis() >= 5_000 ? 1 : 0);
    }

    @Test
    @Proves({"C9", "I3"})
    void fiveSecondsAreToldAndTwentyStopTheSigning() {
        hear(HEARD.plusSeconds(6));
        assertThat(skew.tooFar(PRIME, HEARD)).isEmpty();
        hear(HEARD.plusSeconds(31));
        assertThat(skew.tooFar(PRIME, HEARD)).contains(Duration.ofSeconds(31));
        assertThat(skew.tooFar(new BrokerId("other"), HEARD)).isEmpty();
        hear(HEARD);
        assertThat(skew.tooFar(PRIME, HEARD)).isEmpty();

        assertThat(alerts)
                .extracting(Alert::rule, Alert::action, Alert::severity)
                .containsExactly(
                        tuple(Alert.Action.TRIGGER, Severity.WARNING),
                        tuple(Alert.Action.TRIGGER, Severity.CRITICAL),
                        tuple(Alert.Action.RESOLVE, Severity.INFO));
    }

    @Test
    @Proves("I3")
    void eachAnswerIsMeasured() {
        hear(HEARD.plusSeconds(6));

        assertThat(meters.drain())
                .containsExactly(
                        new Reading.Level(
                                new Series(Metric.CLOCK_SKEW, List.of("coinbase-prime")),
                                new BigDecimal("6000.000")));
    }

    @Test
    void aMeasurementHoldsForAMinuteSoThatSomebodyTriesAgain() {
        hear(HEARD.plusSeconds(31));

        assertThat(skew.tooFar(PRIME, HEARD.plusSeconds(59))).isPresent();
        assertThat(skew.tooFar(PRIME, HEARD.plusSeconds(60))).isEmpty();
    }

    @Test
    void anAnswerWithoutADateChangesNothing() {
        hear(HEARD.plusSeconds(31));
        skew.heard(LINE, BEGUN, HEARD, new Answer.Broken("reset"));
        skew.heard(
                LINE, BEGUN, HEARD, new Answer.Whole(200, "", Optional.empty(), Optional.empty()));

        assertThat(skew.tooFar(PRIME, HEARD)).isPresent();
    }

    private void hear(Instant date) {
        skew.heard(
                LINE, BEGUN, HEARD, new Answer.Whole(200, "", Optional.of(date), Optional.empty()));
    }

    private static org.assertj.core.groups.Tuple tuple(Alert.Action action, Severity severity) {
        return org.assertj.core.groups.Tuple.tuple("clock-skew", action, severity);
    }
}
