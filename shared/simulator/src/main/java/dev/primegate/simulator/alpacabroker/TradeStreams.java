package dev.primegate.simulator.alpacabroker;

import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Level;
import dev.primegate.simulator.engine.News;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Conversation;
import dev.primegate.simulator.wire.Line;
import dev.primegate.simulator.wire.NewsLine;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Switchboard;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All who read the stream of trades. Whatever they are told is told on one thread. */
final class TradeStreams implements News {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Set<TradeStream> streams = new LinkedHashSet<>();
    private final Engine engine;
    private final TradeLog log;
    private final Switchboard switchboard;
    private final Stage stage;

    TradeStreams(Engine engine, TradeLog log, Switchboard switchboard, Stage stage) {
        this.engine = engine;
        this.log = log;
        this.switchboard = switchboard;
        this.stage = stage;
    }

    /** All of it at once, if it is over; otherwise it goes on. */
    Answer answer(Request request) {
        Span span = Span.of(request.query());
        return span.isOver(switchboard.clock().instant())
                ? Answer.events(
                        log.from(0).stream()
                                .filter(span::holds)
                                .map(TradeLog.Event::text)
                                .collect(Collectors.joining()))
                : Answer.open();
    }

    Conversation follow(Request request, Line line) {
        Span span = Span.of(request.query());
        int begin = span.begun().isPresent() ? 0 : log.size();
        TradeStream stream =
                new TradeStream(log, span, new NewsLine(line, switchboard.news()), begin);
        streams.add(stream);
        stream.beat();
        stream.tell();
        stage.later(BEAT, () -> beat(stream));
        span.until()
                .ifPresent(end ->
                        stage.later(
                                Duration.between(switchboard.clock().instant(), end),
                                () -> line.close("the end is reached")));
        return new Conversation() {
            @Override
            public void heard(String text) {
                // A stream is not spoken to.
            }

            @Override
            public void ended() {
                streams.remove(stream);
            }
        };
    }

    @Override
    public void changed(Order order, long revision) {
        stage.soon(() -> {
            log.note(order, engine.fillsOf(order.id()));
            streams.forEach(TradeStream::tell);
        });
    }

    @Override
    public void cleared() {
        stage.soon(log::clear);
    }

    @Override
    public boolean followsMarkets() {
        return false;
    }

    @Override
    public void moved(Instrument instrument, List<Level> changes) {
        // There is no market data here.
    }

    private void beat(TradeStream stream) {
        if (streams.contains(stream)) {
            stream.beat();
            stage.later(BEAT, () -> beat(stream));
        }
    }
}
