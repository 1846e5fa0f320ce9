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

/** Every broker on the class path, by what it can do. */
class RollCall {
    @Produces
    @Singleton
    Brokers<OrderGateway> gateways(@All List<OrderGateway> all) {
        return new Brokers<>(all);
    }

    @Produces
    @Singleton
    Brokers<QuoteGateway> quoteGateways(@All List<QuoteGateway> all) {
        return new Brokers<>(all);
    }

    @Produces
    @Singleton
    Brokers<OrderReports> orderReports(@All List<OrderReports> all) {
        return new Brokers<>(all);
    }

    @Produces
    @Singleton
    Brokers<AccountReports> accountReports(@All List<AccountReports> all) {
        return new Brokers<>(all);
    }

    @Produces
    @Singleton
    Brokers<NewsFeed> feeds(@All List<NewsFeed> all) {
        return new Brokers<>(all);
    }

    @Produces
    @Singleton
    Brokers<MarginReports> marginReports(@All List<MarginReports> all) {
        return new Brokers<>(all);
    }

    @Produces
    @Singleton
    Brokers<PositionReports> positionReports(@All List<PositionReports> all) {
        return new Brokers<>(all);
    }

    @Produces
    @Singleton
    Brokers<LocateDesk> locateDesks(@All List<LocateDesk> all) {
        return new Brokers<>(all);
    }

    @Produces
    @Singleton
    Brokers<MassCancel> massCancels(@All List<MassCancel> all) {
        return new Brokers<>(all);
    }

    @Produces
    @Singleton
    Brokers<PreviewGateway> previewGateways(@All List<PreviewGateway> all) {
        return new Brokers<>(all);
    }

    @Produces
    @Singleton
    Brokers<TransactionReports> transactionReports(@All List<TransactionReports> all) {
        return new Brokers<>(all);
    }
}
