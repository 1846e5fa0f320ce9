package dev.primegate.broker.kit;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.LocateDesk;
import dev.primegate.broker.MarginReports;
import dev.primegate.broker.MassCancel;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.PositionReports;
import dev.primegate.broker.PreviewGateway;
import dev.primegate.broker.QuoteGateway;
import dev.primegate.broker.TransactionReports;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Every broker on the class path that is used here, by what it can do. */
class RollCall {
    private final BrokersUsed used;

    RollCall(BrokersUsed used) {
        this.used = used;
    }

    @Produces
    @Singleton
    Brokers<OrderGateway> gateways(@All List<OrderGateway> all) {
        return used.of(all);
    }

    @Produces
    @Singleton
    Brokers<QuoteGateway> quoteGateways(@All List<QuoteGateway> all) {
        return used.of(all);
    }

    @Produces
    @Singleton
    Brokers<OrderReports> orderReports(@All List<OrderReports> all) {
        return used.of(all);
    }

    @Produces
    @Singleton
    Brokers<AccountReports> accountReports(@All List<AccountReports> all) {
        return used.of(all);
    }

    @Produces
    @Singleton
    Brokers<NewsFeed> feeds(@All List<NewsFeed> all) {
        return used.of(all);
    }

    @Produces
    @Singleton
    Brokers<MarginReports> marginReports(@All List<MarginReports> all) {
        return used.of(all);
    }

    @Produces
    @Singleton
    Brokers<PositionReports> positionReports(@All List<PositionReports> all) {
        return used.of(all);
    }

    @Produces
    @Singleton
    Brokers<LocateDesk> locateDesks(@All List<LocateDesk> all) {
        return used.of(all);
    }

    @Produces
    @Singleton
    Brokers<MassCancel> massCancels(@All List<MassCancel> all) {
        return used.of(all);
    }

    @Produces
    @Singleton
    Brokers<PreviewGateway> previewGateways(@All List<PreviewGateway> all) {
        return used.of(all);
    }

    @Produces
    @Singleton
    Brokers<TransactionReports> transactionReports(@All List<TransactionReports> all) {
        return used.of(all);
    }
}
