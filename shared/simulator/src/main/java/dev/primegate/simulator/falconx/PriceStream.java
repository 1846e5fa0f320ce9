package dev.primegate.simulator.falconx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.wire.Conversation;
import dev.primegate.simulator.wire.Line;
import dev.primegate.simulator.wire.NewsLine;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Switchboard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /price.tickers}: prices each second for who said who he is. Its messages have no numbers,
 * so what is lost cannot be seen.
 */
final class PriceStream {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Engine engine;
    private final Switchboard switchboard;
    private final StreamDoor door;
    private final Stage stage;

    PriceStream(
            Engine engine, Switchboard switchboard, FalconXCredentials credentials, Stage stage) {
        this.engine = engine;
        this.switchboard = switchboard;
        this.door = new StreamDoor(credentials, switchboard.clock());
        this.stage = stage;
    }

    Conversation connect(Line line) {
        return new Listener(new NewsLine(line, switchboard.news()));
    }

    /** One that is connected. */
    private final class Listener implements Conversation {
        private final NewsLine line;
        private final List<Ticker> tickers = new ArrayList<>();
        private boolean known;
        private boolean over;

        Listener(NewsLine line) {
            this.line = line;
            next();
        }

        @Override
        public void heard(String text) {
            try {
                StreamDoor.Said said = door.read(text);
                if (!known && !(said instanceof StreamDoor.Said.Auth)) {
                    throw new RefusedException(401, "authenticate first");
                }
                say(answer(said));
            } catch (RefusedException e) {
                ObjectNode error = StreamJson.message("error", "error_response", "");
                say(error.put("error", e.reason()));
            }
        }

        @Override
        public void ended() {
            over = true;
        }

        private ObjectNode answer(StreamDoor.Said said) {
            return switch (said) {
                case StreamDoor.Said.Auth(String request) -> {
                    known = true;
                    yield StreamJson.message("success", "auth_response", request);
                }
                case StreamDoor.Said.Subscribe(String request, Ticker ticker) -> {
                    tickers.removeIf(ticker::isOfSamePair);
                    tickers.add(ticker);
                    yield StreamJson.message("success", "subscribe_response", request);
                }
                case StreamDoor.Said.Unsubscribe(String request, Ticker ticker) -> {
                    tickers.removeIf(ticker::isOfSamePair);
                    yield StreamJson.message("success", "unsubscribe_response", request);
                }
                case StreamDoor.Said.Markets(String request) ->
                        StreamJson.markets(StreamJson.message("success", "data_response", request));
            };
        }

        private void next() {
            stage.later(
                    EVERY,
                    () -> {
                        if (!over) {
                            tickers.forEach(this::tell);
                            next();
                        }
                    });
        }

        private void tell(Ticker ticker) {
            line.say(
                    "prices",
                    _ ->
                            StreamJson.prices(
                                            ticker,
                                            engine.quote(ticker.instrument()),
                                            switchboard.clock().instant())
                                    .toString());
        }

        private void say(ObjectNode message) {
            line.say("replies", _ -> message.toString());
        }
    }
}
