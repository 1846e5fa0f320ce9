package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.order.Admission;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A new release stops the old ones that still run. */
class RetireReleasesTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T10:00:00Z"));
    private final MemoryBooks books = new MemoryBooks(clock);

    @Test
    @Proves("X70")
    void onceTheNewReleaseRunsTheOldOneAdmitsNothing() {
        assertThat(admit("a", 7)).isInstanceOf(Admission.Admitted.class);

        new RetireReleases(new ReleaseOf(9, 8), books.halts()).run();

        assertThat(admit("b", 7)).isInstanceOf(Admission.Denied.class);
        assertThat(admit("c", 8)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves("X70")
    void anOldReleaseThatRunsItsMinuteLowersNothing() {
        new RetireReleases(new ReleaseOf(9, 9), books.halts()).run();
        new RetireReleases(new ReleaseOf(7, 5), books.halts()).run();
        new RetireReleases(new ReleaseOf(7, 0), books.halts()).run();

        assertThat(admit("a", 8)).isInstanceOf(Admission.Denied.class);
    }

    @Test
    void aReleaseThatWouldRetireItselfDoesNotStart() {
        assertThatThrownBy(() -> new RetireReleases(new ReleaseOf(7, 8), books.halts()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("release 7 would retire itself");
    }

    private Admission admit(String clOrdId, long release) {
        return books.book()
                .admit(
                        Requests.of(
                                release,
                                Requests.intent(
                                        Requests.buy(clOrdId, "1"),
                                        "owner-" + clOrdId,
                                        Requests.wide(),
                                        clock.instant())));
    }
}
