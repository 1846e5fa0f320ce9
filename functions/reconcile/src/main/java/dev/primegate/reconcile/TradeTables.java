package dev.primegate.reconcile;

import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Line;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.report.Blotter;
import dev.primegate.report.ProfitStatement;
import dev.primegate.report.Table;
import dev.primegate.risk.Closes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** What accounts traded on a day that has ended, and what that earned. */
@Singleton
class TradeTables {
    /** What a function's memory has room for. */
    private static final int MOST = 100_000;

    private final Ledger ledger;
    private final Closes closes;
    private final SymbolMaster symbols;

    TradeTables(Ledger ledger, Closes closes, SymbolMaster symbols) {
        this.ledger = ledger;
        this.closes = closes;
        this.symbols = symbols;
    }

    Table blotter(Tenant tenant, List<Account> accounts, LocalDate day) {
        return Blotter.of(ledger, tenant, accounts, day, MOST)
                .orElseThrow(() -> new IllegalStateException("more than %d trades".formatted(MOST)))
                .table();
    }

    /** At the prices the day ended with; where none was kept only what was realised. */
    Table profit(Tenant tenant, List<Account> accounts, LocalDate day) {
        List<Line> tape = accounts.stream().flatMap(a -> ledger.tape(tenant, a).stream()).toList();
        return ProfitStatement.of(day, tape, symbols, closes.of(day)).table();
    }
}
