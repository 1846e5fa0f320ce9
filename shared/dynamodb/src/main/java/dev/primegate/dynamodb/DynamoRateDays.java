package dev.primegate.dynamodb;

import dev.primegate.broker.RateDay;
import dev.primegate.broker.RateDays;
import dev.primegate.broker.RateLimit;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How often brokers were called, one item for each day; how far it was counted tells who is late.
 */
@Singleton
class DynamoRateDays implements RateDays {
    private final Table table;

    DynamoRateDays(Table table) {
        this.table = table;
    }

    @Override
    public Optional<RateDay> find(BrokerId broker, LocalDate day) {
        return table.get(Key.rateDay(broker, day))
                .map(item ->
                        new RateDay(
                                broker,
                                day,
                                new RateLimit(
                                        item.text("tier"),
                                        Math.toIntExact(item.number("perSecond")),
                                        Math.toIntExact(item.number("burst"))),
                                item.number("calls"),
                                Math.toIntExact(item.number("peakSecond")),
                                Math.toIntExact(item.number("peakMinute")),
                                Math.toIntExact(item.number("minutes")),
                                item.time("countedUntil")));
    }

    @Override
    public boolean replace(Optional<RateDay> seen, RateDay next) {
        Item item =
                Item.at(Key.rateDay(next.broker(), next.day()))
                        .put("type", "RATE_DAY")
                        .put("tier", next.limit().tier())
                        .put("perSecond", next.limit().perSecond())
                        .put("burst", next.limit().burst())
                        .put("calls", next.calls())
                        .put("peakSecond", next.peakSecond())
                        .put("peakMinute", next.peakMinute())
                        .put("minutes", next.minutes())
                        .put("countedUntil", next.until());
        return table.putIf(
                item,
                seen.isPresent() ? "countedUntil = :seen" : "attribute_not_exists(pk)",
                Map.of(),
                seen.map(day -> Map.of(":seen", AttributeValue.fromS(Times.text(day.until()))))
                        .orElse(Map.of()));
    }
}
