package dev.primegate.broker.alpacabroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.proof.Proves;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UlidTest {
    /** An event of its documentation, and when that was, to the millisecond. */
    private static final Ulid DOCUMENTED = new Ulid("01G112NTT0XAXKDZK3AABK68TH");

    private static final Instant THEN = Instant.parse("2022-04-19T14:12:30.656Z");

    @Test
    @Proves("K2")
    void anEventsIdBeginsWithItsTime() {
        assertThat(DOCUMENTED.time()).isEqualTo(THEN);
        assertThat(Ulid.first(THEN).text()).isEqualTo("01G112NTT00000000000000000");
        assertThat(Ulid.last(THEN).text()).isEqualTo("01G112NTT0ZZZZZZZZZZZZZZZZ");
    }

    @Test
    void idsSortAsTextByTheirTime() {
        String id = DOCUMENTED.text();
        assertThat(id).isGreaterThan(Ulid.first(THEN).text()).isLessThan(Ulid.last(THEN).text());
        assertThat(id).isGreaterThan(Ulid.last(THEN.minusMillis(1)).text());
        assertThat(id).isLessThan(Ulid.first(THEN.plusMillis(1)).text());
        assertThat(Ulid.first(Instant.EPOCH).time()).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "122039",
                "01g112ntt0xaxkdzk3aabk68th",
                "01G112NTT0XAXKDZK3AABK68TI",
                "81G112NTT0XAXKDZK3AABK68TH",
                "01G112NTT0XAXKDZK3AABK68THX"
            })
    void whatIsNoIdIsNone(String text) {
        assertThatThrownBy(() -> new Ulid(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
