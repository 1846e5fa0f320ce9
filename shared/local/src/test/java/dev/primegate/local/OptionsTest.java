package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void withoutWordsEverythingIsUsual() {
        assertThat(Options.of(List.of()))
                .isEqualTo(
                        new Options(
                                8080,
                                Options.Sims.USUAL,
                                8095,
                                Optional.empty(),
                                false,
                                true,
                                true));
    }

    @Test
    void everyWordIsHeard() {
        assertThat(
                        Options.of(
                                List.of(
                                        "--port",
                                        "1",
                                        "--sim-port",
                                        "2",
                                        "--clear-street-port",
                                        "3",
                                        "--falconx-port",
                                        "4",
                                        "--pager-port",
                                        "0",
                                        "--data",
                                        "here",
                                        "--exit",
                                        "--no-story")))
                .isEqualTo(
                        new Options(
                                1,
                                new Options.Sims(2, 4, 3),
                                0,
                                Optional.of(Path.of("here")),
                                true,
                                false,
                                true));
    }

    @Test
    void withoutSchedulesThereIsNoStory() {
        assertThat(Options.of(List.of("--no-schedules")))
                .isEqualTo(
                        new Options(
                                8080,
                                Options.Sims.USUAL,
                                8095,
                                Optional.empty(),
                                false,
                                false,
                                false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "--port", "--port x", "--port 65536", "--port -1", "8080"})
    void whatMakesNoSenseIsSaid(String words) {
        assertThatThrownBy(() -> Options.of(List.of(words.split(" ", -1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("there is no option .*|.* expects .*");
    }
}
