package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DoubtTest {
    static Stream<Throwable> unsent() {
        return Stream.of(
                new ConnectException("refused"),
                new UnknownHostException("api.example.com"),
                new SSLHandshakeException("no trust"),
                new RuntimeException(new IOException(new ConnectException("refused"))));
    }

    static Stream<Throwable> doubtful() {
        return Stream.of(
                new SocketTimeoutException("read timed out"),
                new SocketException("Connection reset"),
                new NoRouteToHostException("the route may have gone under the request"),
                new SSLException("closed in the middle"),
                new TimeoutException("no answer in 2.5 s"),
                new HttpClosedException("Connection was closed"),
                new IOException("half a body"),
                new IllegalStateException("whatever"));
    }

    @ParameterizedTest
    @MethodSource("unsent")
    @Proves("X15")
    void whatFailsBeforeTheConnectionStandsHasSentNothing(Throwable failure) {
        assertThat(Doubt.isProvablyUnsent(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    @Proves("X15")
    void whateverElseFailsMayHaveArrived(Throwable failure) {
        assertThat(Doubt.isProvablyUnsent(failure)).isFalse();
        assertThat(Doubt.isProvablyUnsent(new RuntimeException(failure))).isFalse();
    }

    @Test
    void aDescriptionRepeatsNoWordOfTheMessage() {
        assertThat(Doubt.describe(new RuntimeException("key=1", new IOException("secret"))))
                .isEqualTo("RuntimeException < IOException");
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);

        assertThat(Doubt.isProvablyUnsent(one)).isFalse();
    }
}
