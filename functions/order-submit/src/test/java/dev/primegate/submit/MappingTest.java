package dev.primegate.submit;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.ExecInst;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.OrderTerms.Strategy.Target;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Which of our fields each broker is told, under which name, and which it is not told. */
@QuarkusTest
@QuarkusTestResource(EveryBroker.class)
class MappingTest {
    @Inject Brokers<OrderGateway> gateways;
    @Inject Clock clock;

    @Test
    @Proves("G5")
    void theMappingOfEveryBrokerIsWhatItsAdapterDoes() {
        SoftAssertions all = new SoftAssertions();
        for (String broker : EveryBroker.folders().keySet()) {
            OrderGateway gateway = gateways.find(new BrokerId(broker)).orElseThrow();
            String current = document(broker, new FieldHunt(gateway, clock.instant()));
            Path file = EveryBroker.FOLDER.resolve("mapping").resolve(broker + ".md");
            Path copy = Marked.write(Path.of("target", "mapping", broker + ".md"), current);
            all.assertThat(Marked.read(file))
                    .as("%s is not what the code does; the current one is %s", file, copy)
                    .isEqualTo(current);
        }
        all.assertAll();
    }

    private static String document(String broker, FieldHunt hunt) {
        StringBuilder text = new StringBuilder();
        text.append("# Orders, in the words of ").append(broker).append("\n\n");
        text.append(
                "Made by a test from the code: one of our fields was changed at a time, and this");
        text.append("\nis what changed in the request that would be sent.\n\n");
        text.append("| ours | theirs |\n|---|---|\n");
        found(hunt)
                .forEach((field, found) ->
                        text.append("| `")
                                .append(field)
                                .append("` | ")
                                .append(said(found))
                                .append(" |\n"));
        return text.toString();
    }

    private static String said(FieldHunt.Found found) {
        return switch (found) {
            case FieldHunt.Found.Theirs(var fields) ->
                    fields.isEmpty()
                            ? "no counterpart: kept here"
                            : "`" + String.join("`, `", fields) + "`";
            case FieldHunt.Found.Refused(String why) -> "refused here: " + why;
        };
    }

    private static Map<String, FieldHunt.Found> found(FieldHunt hunt) {
        Map<String, FieldHunt.Found> found = new LinkedHashMap<>();
        Probe.Words usual = Probe.Words.USUAL;
        found.put("clOrdId", hunt.follow(new Probe.Words("other", "desk", "trader", usual.text())));
        changes()
                .forEach((field, change) ->
                        found.put(field, hunt.follow(change.before(), change.after())));
        found.put("desk", hunt.follow(new Probe.Words("probe", "other", "trader", usual.text())));
        found.put("trader", hunt.follow(new Probe.Words("probe", "desk", "other", usual.text())));
        found.put(
                "text", hunt.follow(new Probe.Words("probe", "desk", "trader", Optional.of("x"))));
        return found;
    }

    private static Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("symbol", to(p -> p.of(p.symbol().equals("AAPL") ? "MSFT" : "ETH-USD")));
        changes.put("side", to(p -> p.with(Side.SELL)));
        changes.put("orderQty", to(p -> p.with(new OrderSize.Units(Quantity.of("20")))));
        changes.put(
                "cashOrderQty",
                new Change(
                        p -> p.with(Probe.MARKET).with(Probe.CASH),
                        p -> p.with(new OrderSize.Cash(Decimal10.of("2000")))));
        changes.put("ordType", new Change(p -> p.with(stopLimit("99")), p -> p.with(Probe.LIMIT)));
        changes.put("price", to(p -> p.with(limit("200"))));
        changes.put(
                "stopPx", new Change(p -> p.with(stopLimit("99")), p -> p.with(stopLimit("98"))));
        changes.put("timeInForce", to(MappingTest::otherLife));
        changes.put("expireTime", new Change(p -> p.with(TimeInForce.GTD), MappingTest::later));
        changes.put("effectiveTime", new Change(MappingTest::worked, MappingTest::sooner));
        changes.put("execInst", to(MappingTest::resting));
        changes.put(
                "targetStrategy",
                new Change(
                        MappingTest::worked,
                        p -> p.with(Probe.worked(Target.VWAP, Optional.empty()))));
        changes.put("participationRate", new Change(MappingTest::taking, p -> p.with(part("0.2"))));
        changes.put(
                "maxSlippageBps",
                new Change(
                        p -> p.with(Probe.MARKET),
                        p -> p.with(new OrderTerms.Market(60, Optional.empty()))));
        changes.put(
                "locateId",
                new Change(
                        p -> p.with(Side.SELL_SHORT).with(extras(p, "locate-1", "")),
                        p -> p.with(extras(p, "locate-2", ""))));
        changes.put("exDestination", to(p -> p.with(extras(p, "", "XNYS"))));
        return changes;
    }

    private static Change to(UnaryOperator<Probe> after) {
        return new Change(UnaryOperator.identity(), after);
    }

    private static OrderTerms limit(String price) {
        return new OrderTerms.Limit(Price.of(price), Optional.empty());
    }

    private static OrderTerms stopLimit(String stop) {
        return new OrderTerms.StopLimit(Price.of(stop), Price.of("100"));
    }

    private static Probe otherLife(Probe probe) {
        return probe.with(
                probe.timeInForce() == TimeInForce.FOK ? TimeInForce.IOC : TimeInForce.FOK);
    }

    private static OrderTerms part(String rate) {
        return Probe.worked(Target.VWAP, Optional.of(Decimal10.of(rate)));
    }

    private static Probe worked(Probe probe) {
        return probe.with(Probe.worked(Target.TWAP, Optional.empty()));
    }

    private static Probe taking(Probe probe) {
        return probe.with(part("0.1"));
    }

    private static Probe resting(Probe probe) {
        return probe.with(
                new Probe.Extras(
                        probe.extras().effectiveTime(),
                        probe.extras().expireTime(),
                        Optional.of(ExecInst.PARTICIPATE_DONT_INITIATE),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Probe.Extras extras(Probe probe, String locate, String destination) {
        return new Probe.Extras(
                probe.extras().effectiveTime(),
                probe.extras().expireTime(),
                Optional.empty(),
                Optional.of(locate).filter(text -> !text.isEmpty()),
                Optional.of(destination).filter(text -> !text.isEmpty()));
    }

    private static Probe later(Probe probe) {
        return times(probe, Duration.ZERO, Duration.ofMinutes(5));
    }

    private static Probe sooner(Probe probe) {
        return times(probe, Duration.ofMinutes(5), Duration.ZERO);
    }

    private static Probe times(Probe probe, Duration start, Duration end) {
        return probe.with(
                new Probe.Extras(
                        probe.extras().effectiveTime().map(time -> time.plus(start)),
                        probe.extras().expireTime().map(time -> time.plus(end)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private record Change(UnaryOperator<Probe> before, UnaryOperator<Probe> after) {}
}
