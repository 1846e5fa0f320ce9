package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.instrument.BrokerId;
import dev.primegate.proof.Proves;
import io.quarkus.runtime.StartupEvent;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysAndHostsTest {
    private static final String REAL = "https://api.one.example";
    private static final String SANDBOX = "http://127.0.0.1:8091";

    @ParameterizedTest
    @ValueSource(strings = {"prod", "eu-prod", "production", "live-2"})
    @Proves("C3")
    void aKeyOfProductionAndASandboxDoNotStart(String environment) {
        String secret = "primegate-" + environment + "/one/trade";

        starts(secret, REAL);
        refuses("is of production, and 127.0.0.1 is of a sandbox", secret, SANDBOX);
        refuses("is of production, and 127.0.0.1 is of a sandbox", secret, REAL, SANDBOX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-test", "-staging", "-products", "-delivery"})
    @Proves("C3")
    void aKeyOfASandboxAndAHostOfProductionDoNotStart(String environment) {
        String secret = "primegate" + environment + "/one/trade";

        starts(secret, SANDBOX);
        refuses("is of a sandbox, and api.one.example is of production", secret, REAL);
    }

    @Test
    @Proves("C1")
    void whoSendsNothingDoesNotStartWithAKeyThatMayTrade() {
        KeysAndHosts reading = guard("read", "primegate-prod/one/trade", REAL);

        assertThatThrownBy(() -> reading.start(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is for trade, and this function may only read");
        assertThatCode(() ->
                        guard("read", "primegate-prod/one/read", REAL).start(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherBrokersKeyDoesNotStart() {
        refuses("is the key of two", "primegate-prod/two/trade", REAL);
    }

    @Test
    @Proves("C3")
    void aNameThatDoesNotSayWhatItIsDoesNotStart() {
        assertThatThrownBy(() -> starts("my-secret", SANDBOX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected primegate-ENVIRONMENT/BROKER/trade");
    }

    @Test
    void aBrokerThatIsNotUsedNeedsNoKeyAndOneThatIsNotThereIsAMistake() {
        List<Site> sites = List.of(new One("anything", List.of()));

        assertThatCode(() -> guard(sites).start(new StartupEvent())).doesNotThrowAnyException();
        assertThatThrownBy(() -> guard(sites, "onne").start(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("onne");
    }

    private static KeysAndHosts guard(List<Site> sites, String... used) {
        return new KeysAndHosts(
                sites, new BrokersUsed(() -> Optional.of(Set.of(used))), () -> "trade");
    }

    private static void starts(String secret, String... urls) {
        guard("trade", secret, urls).start(new StartupEvent());
    }

    private static void refuses(String why, String secret, String... urls) {
        assertThatThrownBy(() -> starts(secret, urls))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }

    private static KeysAndHosts guard(String keys, String secret, String... urls) {
        List<URI> all = List.of(urls).stream().map(URI::create).toList();
        return new KeysAndHosts(
                List.of(new One(secret, all)), new BrokersUsed(Optional::empty), () -> keys);
    }

    private record One(String secret, List<URI> urls) implements Site {
        @Override
        public BrokerId broker() {
            return new BrokerId("one");
        }

        @Override
        public Set<String> productionHosts() {
            return Set.of("api.one.example");
        }
    }
}
