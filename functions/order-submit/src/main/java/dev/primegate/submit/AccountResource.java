package dev.primegate.submit;

import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.order.Account;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/** Says where our accounts are kept, and changes it during the day. */
@Path("/v1/accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
class AccountResource {
    private static final Logger LOG = Logger.getLogger(AccountResource.class);

    private final AccountMaster master;
    private final AccountDocument documents;
    private final Access access;

    AccountResource(AccountMaster master, AccountDocument documents, Access access) {
        this.master = master;
        this.documents = documents;
        this.access = access;
    }

    @GET
    @Operation(operationId = "getAccount", summary = "Where an account is kept")
    @ProblemResponses
    public AccountView get(@RestPath String id, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.BOOKS);
        Account account = account(id, caller);
        return master.find(caller.tenant(), account)
                .map(AccountView::of)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        404,
                                        "account-not-found",
                                        "Nothing is written of the account",
                                        "expected an account that was put, found " + account)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putAccount",
            summary = "Change where an account is kept",
            description = "All of it, by who knows the version that stands.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AccountRequest.class)))
    @APIResponse(responseCode = "200", description = "It is as was asked")
    @ProblemResponses
    public AccountView put(byte[] body, @RestPath String id, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.BOOKS);
        Account account = account(id, caller);
        AccountRecord next = documents.read(body, account, caller);
        if (!master.put(next)) {
            throw new ProblemException(
                    Problem.of(
                            409,
                            "account-changed",
                            "Somebody changed the account meanwhile",
                            "expected the version that stands, found " + (next.version() - 1)));
        }
        LOG.infof(
                "event=account-changed account=%s/%s version=%d by=%s",
                caller.tenant(), account, next.version(), caller.name());
        return AccountView.of(next);
    }

    private static Account account(String id, Caller caller) {
        Account account = Parameters.required("id", "an account", id, Account::new);
        Access.require(caller, account);
        return account;
    }
}
