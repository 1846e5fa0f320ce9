package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.BrokerId;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RealHostsTest {
    private static final BrokerId ONE = new BrokerId("one");
    private static final BrokerId TWO = new BrokerId("two");

    @Test
    void oneAddressOfProductionMakesItReal() {
        RealHosts real =
                new RealHosts(
                        List.of(
                                new Place(ONE, "http://127.0.0.1:8091", "wss://one.example/feed"),
                                new Place(TWO, "http://127.0.0.1:8092", "http://127.0.0.1:8092")));

        assertThat(real.isAt(ONE)).isTrue();
        assertThat(real.isAt(TWO)).isFalse();
        assertThat(real.isAt(new BrokerId("three"))).isFalse();
    }

    private record Place(BrokerId broker, String url, String feed) implements Site {
        @Override
        public String secret() {
            return "primegate/%s/trade".formatted(broker);
        }

        @Override
        public List<URI> urls() {
            return List.of(URI.create(url), URI.create(feed));
        }

        @Override
        public Set<String> productionHosts() {
            return Set.of("one.example");
        }
    }
}
