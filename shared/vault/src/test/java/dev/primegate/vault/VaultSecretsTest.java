package dev.primegate.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.proof.Proves;
import dev.primegate.runtime.Secrets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(VaultStandIn.class)
class VaultSecretsTest {
    private static final String NAME = "primegate-test/coinbase-prime/read";

    @Inject VaultSecrets vault;
    @Inject Secrets secrets;

    @BeforeEach
    void forget() {
        VaultStandIn.forget();
    }

    @Test
    @Proves("C5")
    void theLatestVersionIsCurrentSinceItWasWritten() {
        assertThat(vault.current(NAME).secret().get("accessKey")).isEqualTo("now");
        assertThat(vault.current(NAME).since())
                .isEqualTo(Instant.parse("2026-11-02T09:00:00.123456789Z"));
    }

    @Test
    @Proves("X37")
    void theOneBeforeItIsPrevious() {
        assertThat(vault.previous(NAME).orElseThrow().get("accessKey")).isEqualTo("before");
        assertThat(vault.previous("primegate-test/once/read")).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeRead() {
        assertThatThrownBy(() -> vault.current("primegate-test/none/read"))
                .isInstanceOf(Secrets.SecretUnavailableException.class)
                .hasMessageContaining("primegate-test/none/read");
    }

    @Test
    @Proves("C5")
    void theSettingMakesItTheSourceAndItIsReadOnce() {
        assertThat(secrets.get(NAME).get("accessKey")).isEqualTo("now");
        assertThat(secrets.get(NAME).get("passphrase")).isEqualTo("p");

        assertThat(VaultStandIn.seen()).isEqualTo(java.util.List.of("GET /v1/secret/data/" + NAME));
    }
}
