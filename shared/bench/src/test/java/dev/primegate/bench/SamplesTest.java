package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void aPercentileIsAMeasurementThatWasMade() {
        Samples samples = Samples.of(LongStream.rangeClosed(1, 200).map(i -> 201 - i).toArray());

        assertThat(samples.percentile(50)).isEqualTo(100);
        assertThat(samples.percentile(99)).isEqualTo(198);
        assertThat(samples.percentile(100)).isEqualTo(200);
        assertThat(samples.count()).isEqualTo(200);
    }

    @Test
    void ofOneMeasurementEveryPercentileIsIt() {
        assertThat(Samples.of(7).percentile(0)).isEqualTo(7);
        assertThat(Samples.of(7).percentile(99)).isEqualTo(7);
    }

    @Test
    void ofNoneThereIsNothingToSay() {
        assertThatThrownBy(Samples::of).isInstanceOf(IllegalArgumentException.class);
    }
}
