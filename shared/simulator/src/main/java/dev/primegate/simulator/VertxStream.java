package dev.primegate.simulator;

import dev.primegate.simulator.wire.Line;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;

/** An answer of Vert.x that goes on. */
record VertxStream(HttpServerRequest request) implements Line {
    /** Sends the head of the answer. */
    static VertxStream begun(HttpServerRequest request, Clock clock) {
        var _ =
                request.response()
                        .setChunked(true)
                        .putHeader("Date", VertxReply.date(clock))
                        .putHeader("Content-Type", "text/event-stream")
                        .putHeader("Cache-Control", "no-store")
                        .writeHead();
        return new VertxStream(request);
    }

    @Override
    public void send(String text) {
        HttpServerResponse response = request.response();
        if (!response.ended() && !response.closed()) {
            var _ = response.write(text);
        }
    }

    @Override
    public void close(String reason) {
        if (!request.response().ended() && !request.response().closed()) {
            var _ = request.response().end();
        }
    }

    @Override
    public void cut() {
        var _ = request.connection().close();
    }
}
