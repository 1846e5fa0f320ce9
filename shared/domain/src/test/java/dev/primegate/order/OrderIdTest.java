package dev.primegate.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OrderIdTest {
    private static final Tenant FUND = new Tenant("fund");
    private static final Account MAIN = new Account("main");

    @Test
    void theSameRequestAlwaysHasTheSameId() {
        // Pinned: ids made by an earlier release must be found again.
        assertThat(id("demo", "demo", "my-order-1").text()).isEqualTo("5GVLJZAQ6SLRXPR3APLOMK72");
    }

    @Test
    void movingACharacterBetweenPartsGivesAnotherId() {
        assertThat(id("ab", "c", "d")).isNotEqualTo(id("a", "bc", "d"));
        assertThat(id("a", "bc", "d")).isNotEqualTo(id("a", "b", "cd"));
    }

    @Test
    @Proves("G6")
    void tenMillionIdsAreDistinctByTheirFirstHalfAlone() {
        long[] ids = new long[10_000_000];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = half(OrderId.of(FUND, MAIN, new ClOrdId(Integer.toString(i))));
        }
        Arrays.sort(ids);

        int same = 0;
        for (int i = 1; i < ids.length; i++) {
            same += ids[i] == ids[i - 1] ? 1 : 0;
        }
        assertThat(same).isZero();
    }

    @Test
    @Proves("G6")
    void anIdIsTwentyFourCharactersSoThatEveryBrokerTakesIt() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(id("fund", "main", Integer.toString(i)).text()).matches("[A-Z2-7]{24}");
        }
    }

    @Test
    void asUuidItIsOfVersionEight() {
        assertThat(id("demo", "demo", "x").asUuid().version()).isEqualTo(8);
        assertThat(id("demo", "demo", "x").asUuid().variant()).isEqualTo(2);
    }

    /** Twelve characters of five bits. */
    private static long half(OrderId id) {
        long half = 0;
        for (int i = 0; i < 12; i++) {
            // Capitals end in 1 to 26, and the digits 2 to 7 become the rest.
            int letter = id.text().charAt(i);
            half = half << 5 | (letter >= 'A' ? letter & 31 : (letter - '2' + 27) & 31);
        }
        return half;
    }

    private static OrderId id(String tenant, String account, String clOrdId) {
        return OrderId.of(new Tenant(tenant), new Account(account), new ClOrdId(clOrdId));
    }
}
