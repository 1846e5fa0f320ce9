package dev.primegate.simulator;

import dev.primegate.simulator.wire.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The way back of one request, on which an answer may get lost. */
record VertxReply(HttpServerRequest request, Clock clock) {
    // Two digits of day, unlike the JDK's own RFC_1123_DATE_TIME.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static String date(Clock clock) {
        return HTTP_DATE.format(clock.instant());
    }

    void send(Answer answer) {
        if (answer.ending() == Answer.Ending.CUT) {
            request.connection().close();
            return;
        }
        Buffer body = Buffer.buffer(answer.body());
        HttpServerResponse response = request.response().setStatusCode(answer.status());
        response.putHeader("Date", date(clock));
        if (!answer.type().isEmpty()) {
            response.putHeader("Content-Type", answer.type());
        }
        response.putHeader("Content-Length", Integer.toString(body.length()));
        answer.headers().forEach(response::putHeader);
        if (answer.ending() == Answer.Ending.HALF) {
            response.write(body.slice(0, body.length() / 2))
                    .onComplete(_ -> request.connection().close());
        } else {
            response.end(body);
        }
    }
}
