package dev.primegate.submit;

import dev.primegate.broker.AccountMaster;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.BalanceLog;
import dev.primegate.ledger.Balances;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.TradePage;
import dev.primegate.ledger.Wanted;
import dev.primegate.order.Account;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is held, what was traded, and what brokers say is there. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class LedgerResource {
    private static final int PAGE = 100;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Ledger ledger;
    private final BalanceLog balances;
    private final AccountMaster accounts;
    private final Access access;

    LedgerResource(Ledger ledger, BalanceLog balances, AccountMaster accounts, Access access) {
        this.ledger = ledger;
        this.balances = balances;
        this.accounts = accounts;
        this.access = access;
    }

    @GET
    @Path("/positions")
    @Operation(
            operationId = "listPositions",
            summary = "What the caller's accounts hold, with its cost",
            description = "Average cost, from the trades in the order of their own times.")
    @ProblemResponses
    public PositionList positions(
            @QueryParam("account") @Nullable String account, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.READ);
        return new PositionList(
                Access.accounts(caller, account).stream()
                        .flatMap(a ->
                                ledger.holdings(caller.tenant(), a).stream()
                                        .map(holding -> PositionView.of(a, holding)))
                        .toList());
    }

    @GET
    @Path("/executions")
    @Operation(
            operationId = "listExecutions",
            summary = "An account's trades, by their own time",
            description =
                    "Busted ones too, and those that no order of ours explains. A trade that"
                            + " becomes known late appears at its own time.")
    @ProblemResponses
    public ExecutionList executions(
            @Parameter(required = true) @QueryParam("account") @Nullable String account,
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("broker") @Nullable String broker,
            @Parameter(description = "Not before this time") @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "Before this time") @QueryParam("until")
                    @Nullable String until,
            @Parameter(description = "Where the page before ended") @QueryParam("cursor")
                    @Nullable String cursor,
            @Parameter(description = "The most that a page has, 1 to 100; 100 if absent")
                    @QueryParam("limit")
                    @Nullable String limit,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.READ);
        Account of = Parameters.required("account", "an account", account, Account::new);
        Access.require(caller, of);
        Wanted wanted =
                new Wanted(
                        caller.tenant(),
                        of,
                        Parameters.optional("symbol", "a symbol", symbol, Symbol::new),
                        Parameters.optional("broker", "a broker's name", broker, BrokerId::new),
                        Parameters.time("from", from).orElse(Instant.EPOCH),
                        Parameters.time("until", until).orElse(END));
        TradePage page =
                ledger.trades(wanted, Parameters.place(cursor), Parameters.limit(limit, PAGE));
        return new ExecutionList(
                page.trades().stream().map(ExecutionView::of).toList(),
                page.next().map(Parameters::cursor).orElse(null));
    }

    @GET
    @Path("/balances")
    @Operation(
            operationId = "listBalances",
            summary = "What the brokers of the caller's accounts last said they hold",
            description =
                    "Of each broker at which an account of the caller is kept; of all for who"
                            + " keeps the books. Each with the time and the source of its word.")
    @ProblemResponses
    public BalanceList balances(@Context SecurityContext security) {
        Caller caller = access.caller(security, Role.READ);
        List<Balances> all = balances.latest();
        return BalanceList.of(
                caller.has(Role.BOOKS)
                        ? all
                        : all.stream().filter(word -> isKeptAt(caller, word.broker())).toList());
    }

    private boolean isKeptAt(Caller caller, BrokerId broker) {
        return accounts.all().stream()
                .filter(record -> record.tenant().equals(caller.tenant()))
                .filter(record -> caller.accounts().contains(record.account()))
                .anyMatch(record -> record.at(broker).isPresent());
    }
}
