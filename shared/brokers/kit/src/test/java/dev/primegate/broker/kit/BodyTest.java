package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are packed, and those that are meant to do harm once they are unpacked. */
class BodyTest {
    private static final String ORDERS = "{\"orders\":[{\"id\":\"1\",\"name\":\"Zürich\"}]}";

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    @Proves("L7")
    void aPackedAnswerIsReadAsIfItWereNot(String packing) throws IOException {
        assertThat(answer(packing, packed(ORDERS.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Answer.Whole.class, whole -> assertThat(whole.body()).isEqualTo(ORDERS));
    }

    @Test
    @Proves("L7")
    void whatUnpacksToMoreThanAnHonestAnswerIsDoubt() throws IOException {
        byte[] bomb = packed(new byte[4 * Body.LONGEST]);
        byte[] longest = packed(new byte[Body.LONGEST]);

        assertThat(bomb).hasSizeLessThan(Body.LONGEST / 100);
        assertThat(answer("gzip", bomb)).isInstanceOf(Answer.Broken.class);
        assertThat(answer("gzip", longest)).isInstanceOf(Answer.Whole.class);
    }

    @Test
    void whatIsNotPackedHasTheSameBound() {
        String text = " ".repeat(Body.LONGEST);

        assertThat(Answer.of(() -> Response.ok(text).build())).isInstanceOf(Answer.Whole.class);
        assertThat(Answer.of(() -> Response.ok(text + " ").build()))
                .isInstanceOf(Answer.Broken.class);
    }

    @Test
    @Proves("L7")
    void whatIsBrokenOffIsDoubt() throws IOException {
        byte[] packed = packed(ORDERS.getBytes(StandardCharsets.UTF_8));

        for (int length = 1; length < packed.length; length++) {
            assertThat(answer("gzip", Arrays.copyOf(packed, length)))
                    .as("%d of %d bytes", length, packed.length)
                    .isInstanceOf(Answer.Broken.class);
        }
    }

    @Test
    void whatIsPackedAsNobodyAskedIsDoubt() {
        assertThat(answer("br", new byte[] {1})).isInstanceOf(Answer.Broken.class);
        assertThat(answer("gzip, gzip", new byte[] {1})).isInstanceOf(Answer.Broken.class);
    }

    private static Answer answer(String packing, byte[] body) {
        return Answer.of(() -> Response.ok(body).header("Content-Encoding", packing).build());
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
