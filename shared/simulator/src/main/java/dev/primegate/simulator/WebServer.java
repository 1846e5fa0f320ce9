package dev.primegate.simulator;

import dev.primegate.simulator.control.Control;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Conversation;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Line;
import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.RequestLog;
import dev.primegate.simulator.wire.Skin;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Switchboard;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Lets a skin and the control API be asked over HTTP and sockets. */
final class WebServer {
    private static final Logger LOG = System.getLogger(WebServer.class.getName());
    private static final long MAX_BODY = 1 << 20;

    private final Skin skin;
    private final Control control;
    private final Switchboard switchboard;
    private final Stage stage;

    WebServer(Skin skin, Control control, Switchboard switchboard, Stage stage) {
        this.skin = skin;
        this.control = control;
        this.switchboard = switchboard;
        this.stage = stage;
    }

    void serve(HttpServerRequest request) {
        if (length(request) > MAX_BODY) {
            new VertxReply(request, switchboard.clock()).send(refusal(413, "too much"));
            return;
        }
        request.body().onSuccess(body -> answer(request, body));
    }

    void converse(ServerWebSocket socket) {
        Line line = new VertxLine(socket);
        if (switchboard.outage().stands()) {
            line.cut();
            return;
        }
        Conversation conversation = skin.connect(line);
        switchboard.lines().add(line);
        socket.textMessageHandler(conversation::heard);
        socket.closeHandler(_ -> {
            switchboard.lines().remove(line);
            conversation.ended();
        });
    }

    private void answer(HttpServerRequest http, Buffer body) {
        String text = body.toString(StandardCharsets.UTF_8);
        Answer answer = answer(http, text);
        if (answer.ending() == Answer.Ending.OPEN) {
            follow(http, text);
            return;
        }
        VertxReply reply = new VertxReply(http, switchboard.clock());
        if (answer.delay().isZero()) {
            reply.send(answer);
        } else {
            stage.later(answer.delay(), () -> reply.send(answer));
        }
    }

    /** An answer that goes on is a line like a socket. */
    private void follow(HttpServerRequest http, String body) {
        Line line = VertxStream.begun(http, switchboard.clock());
        Conversation conversation = skin.follow(request(http, body), line);
        switchboard.lines().add(line);
        http.response()
                .closeHandler(_ -> {
                    switchboard.lines().remove(line);
                    conversation.ended();
                });
    }

    private Answer answer(HttpServerRequest http, String body) {
        try {
            Request request = request(http, body);
            if (request.path().startsWith("/control/")) {
                return control.answer(request);
            }
            Answer answer = switchboard.outage().stands() ? Answer.cut() : skin.answer(request);
            switchboard
                    .log()
                    .note(
                            new RequestLog.Seen(
                                    switchboard.clock().instant(),
                                    request.method(),
                                    request.path(),
                                    answer.status()));
            return answer;
        } catch (RefusedException e) {
            return refusal(e.status(), e.reason());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the simulator failed at " + http.path(), e);
            return refusal(500, "the simulator failed: " + e.getMessage());
        }
    }

    private static Request request(HttpServerRequest http, String body) {
        String[] target = http.uri().split("\\?", 2);
        Map<String, String> headers = new HashMap<>();
        http.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        Query query = Query.of(target.length == 1 ? "" : target[1]);
        return new Request(http.method().name(), target[0], query, headers, body);
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    private static Answer refusal(int status, String message) {
        return Answer.json(status, Json.object().put("message", message));
    }
}
