package dev.primegate.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PromisesTest {
    @Test
    void everyRowHasAnIdOfTheKnownShape() {
        assertThat(Promises.all()).hasSize(178);
        assertThat(Promises.all().keySet()).allMatch(id -> id.matches("[A-NX]\\d{1,2}"));
    }

    @Test
    void aRowWithoutTitleIsRefused() {
        assertThatThrownBy(() -> Promises.parse("E2\t"))
                .hasMessage("expected id, tab, title; found: E2\t");
    }

    @Test
    void anIdThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> Promises.parse("E2\ta\nE2\tb")).hasMessageContaining("E2");
    }
}
