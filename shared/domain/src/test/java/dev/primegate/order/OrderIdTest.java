package dev.primegate.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderIdTest {
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
    void aMillionIdsAreTwentyFourCharactersAndDistinct() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1_000_000; i++) {
            ids.add(id("fund", "main", Integer.toString(i)).text());
        }

        assertThat(ids).hasSize(1_000_000).allMatch(text -> text.length() == 24);
    }

    @Test
    void asUuidItIsOfVersionEight() {
        assertThat(id("demo", "demo", "x").asUuid().version()).isEqualTo(8);
        assertThat(id("demo", "demo", "x").asUuid().variant()).isEqualTo(2);
    }

    private static OrderId id(String tenant, String account, String clOrdId) {
        return OrderId.of(new Tenant(tenant), new Account(account), new ClOrdId(clOrdId));
    }
}
