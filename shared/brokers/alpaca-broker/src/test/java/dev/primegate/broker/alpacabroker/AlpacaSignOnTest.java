package dev.primegate.broker.alpacabroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.kit.CallDeadline;
import dev.primegate.broker.kit.Grant;
import dev.primegate.broker.kit.TokenClient;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Secret;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlpacaSignOnTest {
    private final List<List<String>> asked = new ArrayList<>();

    @Test
    @Proves("C7")
    void aTokenIsAskedForWithTheClientsCredentials() {
        TokenClient client = client(899);

        assertThat(client.signOn().get()).isEqualTo(new Grant.Given("t", Duration.ofSeconds(899)));
        assertThat(asked).containsExactly(List.of("client_credentials", "ID", "s"));
        assertThat(client.name()).startsWith("alpaca-broker#");
        assertThat(client.toString()).doesNotContain("s,").contains("***");
    }

    @Test
    @Proves("X12")
    void aTokenThatOutlivesWhatAbsenceIsJudgedByIsNotUsed() {
        assertThat(client(900).signOn().get()).isInstanceOf(Grant.Given.class);
        assertThat(client(901).signOn().get())
                .isInstanceOfSatisfying(
                        Grant.Denied.class,
                        denied -> assertThat(denied.why()).contains("absence is judged by PT15M"));
    }

    private TokenClient client(int seconds) {
        AlpacaAuthApi api =
                (grant, id, secret) -> {
                    asked.add(List.of(grant, id, secret));
                    return Response.ok(
                                    "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                                            .formatted(seconds))
                            .build();
                };
        Secret secret =
                Secret.parse(
                        "alpaca-broker",
                        "{\"client_id\":\"ID\",\"client_secret\":\"s\",\"account_id\":\"a\"}");
        return new AlpacaSignOn(api, new TestConfig(), _ -> secret, new CallDeadline()).client();
    }
}
