package dev.primegate.submit;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.risk.Drawdown;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** The configured drawdown limits. One that contradicts itself fails the start. */
@Singleton
@Startup
class Drawdowns {
    private final List<Limit> limits;

    Drawdowns(DrawdownConfig config, RiskConfig risk) {
        this.limits =
                config.accounts().stream()
                        .map(entry -> limit(entry, new Asset(risk.currency())))
                        .toList();
        if (limits.stream().map(Limit::text).collect(Collectors.toSet()).size() < limits.size()) {
            throw new IllegalArgumentException(
                    "primegate.drawdown names an account twice: " + limits);
        }
    }

    List<Limit> limits() {
        return limits;
    }

    /** The limit of one account. */
    record Limit(Tenant tenant, Account account, Drawdown drawdown) {
        String text() {
            return tenant + "/" + account;
        }
    }

    private static Limit limit(DrawdownConfig.Limit entry, Asset currency) {
        List<String> names = List.of(entry.account().split("/", -1));
        if (names.size() != 2) {
            throw new IllegalArgumentException(
                    "primegate.drawdown: expected tenant/account, found " + entry.account());
        }
        return new Limit(
                new Tenant(names.getFirst()),
                new Account(names.getLast()),
                new Drawdown(
                        new Money(Decimal10.exactly(entry.capital()), currency),
                        entry.reduceBps(),
                        entry.haltBps()));
    }
}
