package dev.primegate.local;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.RealMoney;
import dev.primegate.instrument.BrokerId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Refuses to start where money is real: {@link DemoCallers} takes whoever calls for anybody. */
@Singleton
class SandboxOnly {
    private final Brokers<OrderGateway> gateways;
    private final RealMoney money;

    SandboxOnly(Brokers<OrderGateway> gateways, RealMoney money) {
        this.gateways = gateways;
        this.money = money;
    }

    void start(@Observes StartupEvent event) {
        check(gateways.all().stream().map(OrderGateway::broker).toList());
    }

    void check(List<BrokerId> brokers) {
        List<BrokerId> real = brokers.stream().filter(money::isAt).toList();
        if (!real.isEmpty()) {
            throw new IllegalStateException(
                    "expected sandboxes, for anybody may call here; found production of " + real);
        }
    }
}
