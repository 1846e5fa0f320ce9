package dev.primegate.dynamodb;

import dev.primegate.broker.BrokerHealth;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How brokers stand, each in its own item beside the time until which it is left alone. */
@Singleton
class DynamoBrokerHealth implements BrokerHealth {
    private final Table table;
    private final Clock clock;

    DynamoBrokerHealth(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Map<BrokerId, Standing> standings(Collection<BrokerId> brokers) {
        Map<Key, Item> items = table.getAll(brokers.stream().distinct().map(Key::broker).toList());
        Map<BrokerId, Standing> standings = new HashMap<>();
        for (BrokerId broker : brokers) {
            Item item = items.get(Key.broker(broker));
            standings.put(broker, item == null ? Standing.UP : read(item));
        }
        return standings;
    }

    @Override
    public boolean trip(BrokerId broker, Standing seen, Instant probeFrom) {
        return move(broker, seen, seen.next(State.DOWN, probeFrom));
    }

    @Override
    public Standing claim(BrokerId broker, Standing seen, Instant until) {
        Standing claimed = seen.next(State.HALF, until);
        return seen.isDueForProbe(clock.instant()) && move(broker, seen, claimed) ? claimed : seen;
    }

    @Override
    public boolean restore(BrokerId broker, Standing seen) {
        return move(broker, seen, seen.next(State.UP, Instant.EPOCH));
    }

    /** A broker that never was down has no generation. */
    private boolean move(BrokerId broker, Standing seen, Standing next) {
        String unmoved = "generation = :seen";
        return table.updateIf(
                Key.broker(broker),
                "SET health = :health, generation = :next, probeFrom = :probeFrom",
                seen.generation() == 0 ? "attribute_not_exists(generation) OR " + unmoved : unmoved,
                Map.of(),
                Map.of(
                        ":seen", number(seen.generation()),
                        ":next", number(next.generation()),
                        ":health", AttributeValue.fromS(next.state().name()),
                        ":probeFrom", AttributeValue.fromS(Times.text(next.probeFrom()))));
    }

    private static Standing read(Item item) {
        return item.has("generation")
                ? new Standing(
                        State.valueOf(item.text("health")),
                        item.number("generation"),
                        item.time("probeFrom"))
                : Standing.UP;
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
