package dev.primegate.reconcile;

import dev.primegate.alert.Rule;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.settlement.Calendars;
import dev.primegate.watch.Sessions;
import dev.primegate.watch.SilentTrading;
import dev.primegate.watch.Trouble;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Looks whether brokers tell of the orders that are open there. */
@Singleton
class SilentTradingWatcher implements Watcher {
    /** So many orders of an account may have ended since the one that spoke last. */
    private static final int LATEST = 100;

    private final LateOrders orders;
    private final SilentTrading silence;

    SilentTradingWatcher(LateOrders orders, SymbolMaster symbols) {
        this.orders = orders;
        this.silence = new SilentTrading(new Sessions(symbols, Calendars.standard())::of);
    }

    @Override
    public Rule rule() {
        return Rule.TRADING_SILENT;
    }

    @Override
    public List<Trouble> look(Instant now) {
        return orders.latestAndOpen(LATEST).entrySet().stream()
                .flatMap(at -> silence.judge(at.getKey(), at.getValue(), now).stream())
                .toList();
    }
}
