package dev.primegate.broker.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.RestApis;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.DyingServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A kept connection that dies under a request is where HTTP clients like to send again. Ours must
 * not: the first bytes may have arrived.
 */
@QuarkusTest
@QuarkusTestResource(ClearStreetSimulated.class)
class NoResendTest {
    @Inject RestApis apis;

    private static final byte[] BODY = "{\"order\":1}".getBytes(StandardCharsets.UTF_8);

    @Test
    @Proves("X15")
    void aKeptConnectionThatDiesUnderARequestIsDoubtAndNoSecondSend() throws Exception {
        try (DyingServer server = DyingServer.answering(201)) {
            ClearStreetApi api = apis.at(server.url(), ClearStreetApi.class);

            assertThat(post(api)).isInstanceOf(Answer.Whole.class);
            assertThat(post(api)).isInstanceOf(Answer.Broken.class);

            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    private static Answer post(ClearStreetApi api) {
        return Answer.of(() -> api.createOrder("100000", "Bearer t", BODY));
    }
}
