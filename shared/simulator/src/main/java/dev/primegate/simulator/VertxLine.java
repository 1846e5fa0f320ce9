package dev.primegate.simulator;

import dev.primegate.simulator.wire.Line;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.WebSocketInternal;

/** A socket of Vert.x. */
record VertxLine(ServerWebSocket socket) implements Line {
    private static final short POLICY_VIOLATION = 1008;

    @Override
    public void send(String text) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(text);
        }
    }

    @Override
    public void close(String reason) {
        if (!socket.isClosed()) {
            socket.close(POLICY_VIOLATION, reason);
        }
    }

    @Override
    public void cut() {
        // Vert.x itself always says goodbye first.
        var _ = ((WebSocketInternal) socket).channelHandlerContext().close();
    }
}
