package dev.primegate.submit;

import dev.primegate.broker.BrokerHealth;
import dev.primegate.broker.BrokerHealth.Standing;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.RealMoney;
import dev.primegate.instrument.BrokerId;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.TradingState;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says how every broker stands, from what the functions wrote; no broker is called. */
@Singleton
class SurveyBrokers {
    private final Brokers<OrderGateway> gateways;
    private final BrokerHealth health;
    private final Halts halts;
    private final RealMoney realMoney;
    private final RateUse rates;
    private final FeedStates feeds;

    SurveyBrokers(
            Brokers<OrderGateway> gateways,
            BrokerHealth health,
            Halts halts,
            RealMoney realMoney,
            RateUse rates,
            FeedStates feeds) {
        this.gateways = gateways;
        this.health = health;
        this.halts = halts;
        this.realMoney = realMoney;
        this.rates = rates;
        this.feeds = feeds;
    }

    BrokerStates survey() {
        List<OrderGateway> all = gateways.all();
        Map<BrokerId, Standing> standings =
                health.standings(all.stream().map(OrderGateway::broker).toList());
        List<HaltCase> cases = halts.cases();
        return new BrokerStates(
                all.stream()
                        .map(one ->
                                view(one, standings.getOrDefault(one.broker(), Standing.UP), cases))
                        .toList());
    }

    /** Those with whom money is real. */
    List<BrokerId> live() {
        return gateways.all().stream().map(OrderGateway::broker).filter(realMoney::isAt).toList();
    }

    private BrokerStates.View view(OrderGateway gateway, Standing standing, List<HaltCase> cases) {
        BrokerId broker = gateway.broker();
        return new BrokerStates.View(
                broker.name(),
                realMoney.isAt(broker),
                standing.state().name(),
                standing.isUp() ? null : standing.probeFrom(),
                trading(broker, cases),
                rates.of(gateway),
                feeds.of(broker).orElse(null));
    }

    private static TradingState trading(BrokerId broker, List<HaltCase> cases) {
        List<HaltScope> covering = List.of(HaltScope.ALL, HaltScope.of(broker));
        return cases.stream()
                .filter(halt -> covering.contains(halt.scope()))
                .map(HaltCase::state)
                .max(Comparator.naturalOrder())
                .orElse(TradingState.ACTIVE);
    }
}
