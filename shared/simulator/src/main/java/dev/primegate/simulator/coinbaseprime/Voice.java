package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Level;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.NewsLine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says things to one client, each in the envelope that all channels share. */
final class Voice {
    static final String SNAPSHOT = "snapshot";
    static final String UPDATE = "update";

    private final NewsLine line;
    private final OrderNews orderNews;
    private final Clock clock;
    private final String portfolio;

    Voice(NewsLine line, Engine engine, Clock clock, String portfolio) {
        this.line = line;
        this.orderNews = new OrderNews(engine);
        this.clock = clock;
        this.portfolio = portfolio;
    }

    void orders(String type, List<Order> orders) {
        ObjectNode event = Json.object().put("type", type);
        event.set("orders", Json.array(orders, orderNews::of));
        say(Channel.ORDERS, event);
    }

    void depth(String type, Instrument instrument, List<Level> levels) {
        say(Channel.DEPTH, DepthNews.of(type, instrument, levels, clock.instant()));
    }

    void heartbeat(long counter) {
        say(
                Channel.HEARTBEATS,
                Json.object()
                        .put("current_time", clock.instant().toString())
                        .put("heartbeat_counter", counter));
    }

    /** Acknowledges: all channels that are heard, each with what Prime lists for it. */
    void subscriptions(Map<Channel, Set<String>> heard) {
        ObjectNode subscriptions = Json.object();
        heard.forEach((channel, products) ->
                subscriptions.set(channel.word(), listed(channel, products)));
        say("subscriptions", Json.object().set("subscriptions", subscriptions));
    }

    private com.fasterxml.jackson.databind.node.ArrayNode listed(
            Channel channel, Set<String> products) {
        return Json.texts(
                switch (channel) {
                    case ORDERS -> List.of(portfolio);
                    case HEARTBEATS -> List.of(channel.word());
                    case DEPTH -> List.copyOf(products);
                });
    }

    private void say(Channel channel, ObjectNode event) {
        say(channel.word(), event);
    }

    private void say(String channel, ObjectNode event) {
        String at = clock.instant().toString();
        line.say(
                channel,
                number -> {
                    ObjectNode message =
                            Json.object()
                                    .put("channel", channel)
                                    .put("timestamp", at)
                                    .put("sequence_num", number);
                    message.putArray("events").add(event);
                    return message.toString();
                });
    }
}
