package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By their names, settings and what AWS puts in the environment are known to be secrets. */
class SecretSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "aws.secret-access-key",
                "quarkus.dynamodb.aws.credentials.static-provider.secret-access-key",
                "PRIMEGATE_ALERTS_ROUTING_KEY",
                "quarkus.http.auth.password",
                "some.passphrase",
                "VAULT_CLIENT_TOKEN",
                "api_key"
            })
    void theseAreSecrets(String name) {
        assertThat(SecretSettings.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "AWS_ACCESS_KEY_ID",
                "primegate.broker.falconx.secret",
                "quarkus.dynamodb.aws.credentials.static-provider.access-key-id",
                "primegate.keys",
                "quarkus.http.auth.password.file",
                "",
                "primegate.webhooks.senders[0].keys"
            })
    void theseAreNot(String name) {
        assertThat(SecretSettings.isSecret(name)).isFalse();
    }
}
