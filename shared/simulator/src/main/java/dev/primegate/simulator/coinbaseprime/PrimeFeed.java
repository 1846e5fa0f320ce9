package dev.primegate.simulator.coinbaseprime;

import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Level;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Standing;
import dev.primegate.simulator.wire.RefusedException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one connected client listens to, and what it is told therefore. */
final class PrimeFeed {
    private final Map<Channel, Set<String>> heard = new EnumMap<>(Channel.class);
    private final Engine engine;
    private final SocketDoor door;
    private final Voice voice;
    private long toldUpTo;
    private long beats;

    PrimeFeed(Engine engine, SocketDoor door, Voice voice) {
        this.engine = engine;
        this.door = door;
        this.voice = voice;
    }

    /**
     * Does what the client asks for.
     *
     * @throws RefusedException if it may not ask that
     */
    void heard(String text) {
        Subscription subscription = door.read(text);
        if (subscription.wanted()) {
            subscribe(subscription.channel(), subscription.products());
        } else {
            unsubscribe(subscription.channel(), subscription.products());
        }
    }

    boolean isSilent() {
        return heard.isEmpty();
    }

    /** Tells an order, unless the snapshot already told it as it is now. */
    void changed(Order order, long revision) {
        if (hears(Channel.ORDERS, order.terms().instrument()) && revision > toldUpTo) {
            voice.orders(Voice.UPDATE, List.of(order));
        }
    }

    void moved(Instrument instrument, List<Level> changes) {
        if (hears(Channel.DEPTH, instrument)) {
            voice.depth(Voice.UPDATE, instrument, changes);
        }
    }

    void beat() {
        if (heard.containsKey(Channel.HEARTBEATS)) {
            voice.heartbeat(++beats);
        }
    }

    private void subscribe(Channel channel, List<String> products) {
        heard.computeIfAbsent(channel, name -> new TreeSet<>()).addAll(products);
        // Orders are the one channel whose snapshot comes before the acknowledgement.
        if (channel == Channel.ORDERS) {
            tellOpenOrders();
        }
        voice.subscriptions(heard);
        if (channel == Channel.DEPTH) {
            products.stream().map(TermsForm::instrument).forEach(this::tellBook);
        }
    }

    private void unsubscribe(Channel channel, List<String> products) {
        Set<String> left = heard.getOrDefault(channel, new TreeSet<>());
        products.forEach(left::remove);
        if (left.isEmpty()) {
            heard.remove(channel);
        }
        voice.subscriptions(heard);
    }

    private void tellOpenOrders() {
        Standing standing = engine.standing();
        toldUpTo = standing.revision();
        voice.orders(
                Voice.SNAPSHOT,
                standing.live().stream()
                        .filter(order -> hears(Channel.ORDERS, order.terms().instrument()))
                        .toList());
    }

    private void tellBook(Instrument instrument) {
        voice.depth(Voice.SNAPSHOT, instrument, engine.levels(instrument));
    }

    private boolean hears(Channel channel, Instrument instrument) {
        return heard.getOrDefault(channel, Set.of()).contains(instrument.id());
    }
}
