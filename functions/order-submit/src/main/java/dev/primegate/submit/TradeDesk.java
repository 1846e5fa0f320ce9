package dev.primegate.submit;

import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.TradePage;
import dev.primegate.ledger.Wanted;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.report.Blotter;
import dev.primegate.report.ProfitLine;
import dev.primegate.report.ProfitStatement;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports of what accounts traded, and of what that earned. */
@Singleton
class TradeDesk {
    /** As many as an answer of 6 MB has room for, which is what a Lambda may give. */
    private static final int MOST = 8_000;

    private static final int PAGE = 500;

    private final Ledger ledger;
    private final References references;
    private final SymbolMaster symbols;
    private final Duration maxAge;

    TradeDesk(Ledger ledger, References references, SymbolMaster symbols, RiskConfig risk) {
        this.ledger = ledger;
        this.references = references;
        this.symbols = symbols;
        this.maxAge = risk.referenceMaxAge();
    }

    Blotter blotter(Tenant tenant, List<Account> accounts, LocalDate day) {
        List<TradePage.Trade> trades = new ArrayList<>();
        for (Account account : accounts) {
            Optional<String> place = Optional.empty();
            do {
                TradePage page = ledger.trades(ofDay(tenant, account, day), place, PAGE);
                trades.addAll(page.trades());
                place = page.next();
                if (trades.size() > MOST) {
                    throw tooLarge("%d trades".formatted(MOST));
                }
            } while (place.isPresent());
        }
        return new Blotter(day, trades);
    }

    /**
     * Marked only if {@code day} has not ended at {@code now}: prices of other days are not kept.
     */
    ProfitStatement profit(Tenant tenant, List<Account> accounts, LocalDate day, Instant now) {
        List<Line> tape = accounts.stream().flatMap(a -> ledger.tape(tenant, a).stream()).toList();
        Set<Symbol> traded =
                tape.stream().map(line -> line.position().symbol()).collect(Collectors.toSet());
        boolean lasts = LocalDate.ofInstant(now, ZoneOffset.UTC).equals(day);
        Map<Symbol, Reference> marks =
                lasts && !traded.isEmpty() ? references.latest(traded) : Map.of();
        return ProfitStatement.of(
                day,
                tape,
                symbols,
                position ->
                        Optional.ofNullable(marks.get(position.symbol()))
                                .filter(mark -> mark.isFresh(now, maxAge))
                                .map(mark -> new ProfitLine.Mark(mark.price(), mark.at())));
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

    private static Wanted ofDay(Tenant tenant, Account account, LocalDate day) {
        return new Wanted(
                tenant,
                account,
                Optional.empty(),
                Optional.empty(),
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
