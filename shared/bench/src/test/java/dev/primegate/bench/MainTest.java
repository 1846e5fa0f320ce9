package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void aThousandOrdersAreMeasuredUnlessAskedOtherwise() {
        assertThat(Main.orders(List.of())).isEqualTo(1_000);
        assertThat(Main.orders(List.of("--orders", "25"))).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--orders", "--orders 0", "--orders 10000", "--orders x", "--port 1"})
    void whatIsNotUnderstoodIsSaid(String typed) {
        assertThatThrownBy(() -> Main.orders(List.of(typed.split(" ", -1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("found " + typed);
    }

    @Test
    void aNumberStandsWithinItsBounds() {
        assertThat(Main.number(List.of("--recon", "1000"), 1_000, 2_000)).isEqualTo(1_000);
        assertThatThrownBy(() -> Main.number(List.of("--recon", "999"), 1_000, 2_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected --recon and a number from 1000 to 2000, found --recon 999");
    }
}
