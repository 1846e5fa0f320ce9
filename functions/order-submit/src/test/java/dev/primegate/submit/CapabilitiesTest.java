package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.BrokerRole;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.LocateDesk;
import dev.primegate.broker.MarginReports;
import dev.primegate.broker.MassCancel;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.PositionReports;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.PreviewGateway;
import dev.primegate.broker.QuoteGateway;
import dev.primegate.broker.TransactionReports;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.order.ExecInst;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.OrderTerms.Strategy.Target;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every broker on the roll call can do, found by trying: each cell of the table is an order
 * that its adapter builds, or refuses here without calling anybody.
 */
@QuarkusTest
@QuarkusTestResource(EveryBroker.class)
class CapabilitiesTest {
    private static final String YES = "yes";
    private static final String NO = "-";

    @Inject Brokers<OrderGateway> gateways;
    @Inject Brokers<QuoteGateway> quotes;
    @Inject Brokers<PreviewGateway> previews;
    @Inject Brokers<OrderReports> reports;
    @Inject Brokers<AccountReports> accounts;
    @Inject Brokers<PositionReports> positions;
    @Inject Brokers<MarginReports> margins;
    @Inject Brokers<TransactionReports> transactions;
    @Inject Brokers<NewsFeed> feeds;
    @Inject Brokers<LocateDesk> locates;
    @Inject Brokers<MassCancel> massCancels;
    @Inject Clock clock;

    @Test
    @Proves({"A5", "G1"})
    void theTableIsWhatTheAdaptersDo() {
        List<BrokerId> brokers =
                EveryBroker.folders().keySet().stream().map(BrokerId::new).toList();
        assertThat(gateways.all().stream().map(OrderGateway::broker))
                .as("a folder that is not on the roll call")
                .containsAll(brokers);
        int calls = EveryBroker.calls();

        String table = table(brokers);

        assertThat(EveryBroker.calls()).as("calls made to find out").isEqualTo(calls);
        assertThat(table).contains("| MARKET |", "IOC", NO);
        Marked.check(EveryBroker.FOLDER.resolve("README.md"), "capabilities", table);
    }

    private String table(List<BrokerId> brokers) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of(""), brokers.stream().map(BrokerId::name)).toList());
        rows.add(Stream.concat(Stream.of("---"), brokers.stream().map(_ -> "---")).toList());
        orders().forEach((name, probe) ->
                rows.add(row(name, brokers, broker -> lives(broker, probe.apply(broker)))));
        extras().forEach((name, probe) ->
                rows.add(row(name, brokers, broker -> taken(broker, probe.apply(broker)))));
        roles().forEach((name, role) ->
                rows.add(row(name, brokers, broker -> role.find(broker).isPresent() ? YES : NO)));
        return rows.stream()
                        .map(row -> "| " + String.join(" | ", row) + " |")
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static List<String> row(
            String name, List<BrokerId> brokers, Function<BrokerId, String> cell) {
        return Stream.concat(Stream.of(name), brokers.stream().map(cell)).toList();
    }

    /** Order types; their cells are the lives they may have. */
    private static Map<String, Function<BrokerId, OrderTerms>> orders() {
        Map<String, Function<BrokerId, OrderTerms>> orders = new LinkedHashMap<>();
        orders.put("MARKET", _ -> Probe.MARKET);
        orders.put("LIMIT", _ -> Probe.LIMIT);
        orders.put("STOP", _ -> new OrderTerms.Stop(Price.of("100"), 50));
        orders.put("STOP_LIMIT", _ -> new OrderTerms.StopLimit(Price.of("99"), Price.of("100")));
        for (Target target : Target.values()) {
            orders.put(target + " over a time", _ -> Probe.worked(target, Optional.empty()));
            orders.put(
                    target + " by participation",
                    _ -> Probe.worked(target, Optional.of(Decimal10.of("0.1"))));
        }
        orders.put("PREVIOUSLY_QUOTED", Probe::quoted);
        return orders;
    }

    private String lives(BrokerId broker, OrderTerms terms) {
        OrderGateway gateway = gateways.find(broker).orElseThrow();
        Instant now = clock.instant();
        String lives =
                Stream.of(TimeInForce.values())
                        .filter(life -> isTaken(gateway, Probe.of(terms, life), now))
                        .map(TimeInForce::name)
                        .collect(Collectors.joining(", "));
        return lives.isEmpty() ? NO : lives;
    }

    private static boolean isTaken(OrderGateway gateway, Probe probe, Instant now) {
        return probe.isTaken(gateway, now) || probe.until(now).isTaken(gateway, now);
    }

    /** What may be asked of an order besides. */
    private static Map<String, Function<BrokerId, List<Probe>>> extras() {
        Map<String, Function<BrokerId, List<Probe>>> extras = new LinkedHashMap<>();
        extras.put("in units", _ -> anyLife(Probe.of(Probe.LIMIT, TimeInForce.FOK)));
        extras.put(
                "in cash",
                _ ->
                        Stream.of(Probe.LIMIT, Probe.MARKET)
                                .flatMap(terms ->
                                        anyLife(Probe.of(terms, TimeInForce.IOC).with(Probe.CASH))
                                                .stream())
                                .toList());
        extras.put("post only", _ -> with(Optional.of(ExecInst.PARTICIPATE_DONT_INITIATE), false));
        extras.put("exDestination", _ -> with(Optional.empty(), true));
        extras.put(
                "SELL_SHORT with locateId",
                _ ->
                        anyLife(
                                Probe.of(Probe.LIMIT, TimeInForce.DAY)
                                        .with(Side.SELL_SHORT)
                                        .with(
                                                new Probe.Extras(
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        Optional.of("locate-1"),
                                                        Optional.empty()))));
        return extras;
    }

    private static List<Probe> with(Optional<ExecInst> inst, boolean routed) {
        return anyLife(
                Probe.of(Probe.LIMIT, TimeInForce.GTC)
                        .with(
                                new Probe.Extras(
                                        Optional.empty(),
                                        Optional.empty(),
                                        inst,
                                        Optional.empty(),
                                        routed ? Optional.of("XNYS") : Optional.empty())));
    }

    private static List<Probe> anyLife(Probe probe) {
        return Stream.of(TimeInForce.values()).map(probe::with).toList();
    }

    private String taken(BrokerId broker, List<Probe> probes) {
        OrderGateway gateway = gateways.find(broker).orElseThrow();
        Instant now = clock.instant();
        return probes.stream().anyMatch(probe -> probe.isTaken(gateway, now)) ? YES : NO;
    }

    private Map<String, Brokers<? extends BrokerRole>> roles() {
        Map<String, Brokers<? extends BrokerRole>> roles = new LinkedHashMap<>();
        roles.put("quotes", quotes);
        roles.put("order previews", previews);
        roles.put("cancel all", massCancels);
        roles.put("feed", feeds);
        roles.put("order reports", reports);
        roles.put("balances, products", accounts);
        roles.put("positions, holdings", positions);
        roles.put("margin", margins);
        roles.put("transactions", transactions);
        roles.put("locates", locates);
        return roles;
    }

    @Test
    @Proves("A5")
    void whatABrokerCannotDoIsSaidHereAndNobodyIsCalled() {
        int calls = EveryBroker.calls();
        for (OrderGateway gateway : gateways.all()) {
            if (EveryBroker.folders().containsKey(gateway.broker().name())) {
                Preparation preparation =
                        Probe.of(Probe.quoted(new BrokerId("nobody")), TimeInForce.FOK)
                                .prepare(gateway, clock.instant());
                assertThat(preparation).isInstanceOf(Preparation.Unsupported.class);
            }
        }
        assertThat(EveryBroker.calls()).isEqualTo(calls);
    }
}
