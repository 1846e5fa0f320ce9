package dev.primegate.submit;

import dev.primegate.alerting.HaltLink;
import dev.primegate.risk.TradingState;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * Where the link of a page leads: to look, and then to halt. Its signature is its credential, so
 * that it works from a telephone at night; it can halt, and nothing else. It is a page for people
 * and no part of the described API.
 */
@Path("/v1/halt-links")
@Produces(MediaType.TEXT_HTML)
class HaltLinkResource {
    private final CheckHaltLink check;
    private final Scopes scopes;
    private final HaltTrading trading;

    HaltLinkResource(CheckHaltLink check, Scopes scopes, HaltTrading trading) {
        this.check = check;
        this.scopes = scopes;
        this.trading = trading;
    }

    /** Changes nothing: chats and mail scanners follow links by themselves. */
    @GET
    @Operation(hidden = true)
    @Cache(noStore = true)
    @ResponseHeader(name = "Referrer-Policy", value = "no-referrer")
    @ResponseHeader(name = "Content-Security-Policy", value = HaltLinkPage.POLICY)
    public String show(
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("until") @Nullable String until,
            @QueryParam("signature") @Nullable String signature) {
        return HaltLinkPage.asking(check.check(scope, incident, until, signature));
    }

    /** Halts; again, it is still halted. What is open is left: to cancel takes an identity. */
    @POST
    @Operation(hidden = true)
    @Cache(noStore = true)
    @ResponseHeader(name = "Referrer-Policy", value = "no-referrer")
    @ResponseHeader(name = "Content-Security-Policy", value = HaltLinkPage.POLICY)
    public String halt(
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("until") @Nullable String until,
            @QueryParam("signature") @Nullable String signature) {
        HaltLink link = check.check(scope, incident, until, signature);
        trading.halt(
                // One that names nothing here would be acknowledged and stop nothing.
                scopes.read(link.scope().text()),
                new HaltTrading.Wish(TradingState.HALTED, "for " + link.incident(), false),
                "halt link");
        return HaltLinkPage.done(link);
    }
}
