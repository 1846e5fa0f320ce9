package dev.primegate.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.proof.Proves;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Percentiles are times that were measured. */
class RoundTripsTest {
    private static final Endpoint HERE = new Endpoint("one", URI.create("http://localhost/"));

    @ParameterizedTest
    @CsvSource({"50, 100", "95, 190", "99, 198", "100, 200"})
    @Proves("A9")
    void ofTwoHundredTheNearestRankIsTaken(int percent, int millis) {
        List<Duration> backwards =
                IntStream.rangeClosed(1, 200).mapToObj(i -> Duration.ofMillis(201 - i)).toList();

        RoundTrips trips = new RoundTrips(HERE, backwards, 0);

        assertThat(trips.percentile(percent)).contains(Duration.ofMillis(millis));
        assertThat(trips.minimum()).contains(Duration.ofMillis(1));
    }

    @Test
    void ofFewTheLargestIsTheLastPercents() {
        RoundTrips trips =
                new RoundTrips(HERE, Stream.of(30, 10, 20).map(Duration::ofMillis).toList(), 1);

        assertThat(trips.percentile(50)).contains(Duration.ofMillis(20));
        assertThat(trips.percentile(95)).contains(Duration.ofMillis(30));
    }

    @Test
    void ofNoneThereIsNothing() {
        RoundTrips trips = new RoundTrips(HERE, List.of(), 5);

        assertThat(trips.minimum()).isEmpty();
        assertThat(trips.percentile(99)).isEmpty();
    }

    @Test
    void thereIsNoPercentZero() {
        RoundTrips trips = new RoundTrips(HERE, List.of(), 0);

        assertThatThrownBy(() -> trips.percentile(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trips.percentile(101))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
