package dev.primegate.submit;

import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Line;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.report.Blotter;
import dev.primegate.report.ProfitStatement;
import dev.primegate.risk.Closes;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports of what accounts traded, and of what that earned. */
@Singleton
class TradeDesk {
    /** As many as an answer of 6 MB has room for, which is what a Lambda may give. */
    private static final int MOST = 8_000;

    private final Ledger ledger;
    private final References references;
    private final Closes closes;
    private final SymbolMaster symbols;
    private final Duration maxAge;

    TradeDesk(
            Ledger ledger,
            References references,
            Closes closes,
            SymbolMaster symbols,
            RiskConfig risk) {
        this.ledger = ledger;
        this.references = references;
        this.closes = closes;
        this.symbols = symbols;
        this.maxAge = risk.referenceMaxAge();
    }

    Blotter blotter(Tenant tenant, List<Account> accounts, LocalDate day) {
        return Blotter.of(ledger, tenant, accounts, day, MOST)
                .orElseThrow(() -> tooLarge("%d trades".formatted(MOST)));
    }

    /**
     * Marked by fresh prices if {@code day} has not ended at {@code now}, else by those it ended
     * with, if anybody kept them.
     */
    ProfitStatement profit(Tenant tenant, List<Account> accounts, LocalDate day, Instant now) {
        List<Line> tape = accounts.stream().flatMap(a -> ledger.tape(tenant, a).stream()).toList();
        Set<Symbol> traded =
                tape.stream().map(line -> line.position().symbol()).collect(Collectors.toSet());
        Map<Symbol, Reference> marks = traded.isEmpty() ? Map.of() : marks(traded, day, now);
        return ProfitStatement.of(day, tape, symbols, marks);
    }

    private Map<Symbol, Reference> marks(Set<Symbol> traded, LocalDate day, Instant now) {
        if (!LocalDate.ofInstant(now, ZoneOffset.UTC).equals(day)) {
            return closes.of(day);
        }
        Map<Symbol, Reference> fresh = new HashMap<>(references.latest(traded));
        fresh.values().removeIf(mark -> !mark.isFresh(now, maxAge));
        return fresh;
    }

    static ProblemException tooLarge(String most) {
        return new ProblemException(
                Problem.of(
                        422,
                        "report-too-large",
                        "The report would not be whole",
                        "expected at most %s; ask for one account, or page through the list"
                                .formatted(most)));
    }
}
