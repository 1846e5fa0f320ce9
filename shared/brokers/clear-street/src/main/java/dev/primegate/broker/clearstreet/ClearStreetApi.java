package dev.primegate.broker.clearstreet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** <a href="https://docs.clearstreet.io/studio/docs/rest">Clear Street's Studio API</a>. */
@Produces(MediaType.APPLICATION_JSON)
interface ClearStreetApi {
    String BEARER = "Authorization";

    @POST
    @Path("/accounts/{account}/orders")
    @Consumes(MediaType.APPLICATION_JSON)
    Response createOrder(@RestPath String account, @HeaderParam(BEARER) String bearer, byte[] body);

    @POST
    @Path("/accounts/{account}/bulk-orders")
    @Consumes(MediaType.APPLICATION_JSON)
    Response createOrders(
            @RestPath String account, @HeaderParam(BEARER) String bearer, byte[] body);

    @DELETE
    @Path("/accounts/{account}/orders/{order}")
    Response cancelOrder(
            @RestPath String account, @RestPath String order, @HeaderParam(BEARER) String bearer);

    /** Every open order, or every one in a symbol. */
    @DELETE
    @Path("/accounts/{account}/orders")
    Response cancelOrders(
            @RestPath String account,
            @HeaderParam(BEARER) String bearer,
            @RestQuery("symbol") @Nullable String symbol);

    @GET
    @Path("/accounts/{account}/orders/{order}")
    Response order(
            @RestPath String account, @RestPath String order, @HeaderParam(BEARER) String bearer);

    /** Orders of the current trading day. */
    @GET
    @Path("/accounts/{account}/orders")
    Response orders(
            @RestPath String account,
            @HeaderParam(BEARER) String bearer,
            @RestQuery("page_size") int size,
            @RestQuery("page_token") @Nullable String token);

    /** Trades of the current trading day. */
    @GET
    @Path("/accounts/{account}/trades")
    Response trades(
            @RestPath String account,
            @HeaderParam(BEARER) String bearer,
            @RestQuery("page_size") int size,
            @RestQuery("page_token") @Nullable String token);

    @GET
    @Path("/accounts/{account}/positions")
    Response positions(
            @RestPath String account,
            @HeaderParam(BEARER) String bearer,
            @RestQuery("page_size") int size,
            @RestQuery("page_token") @Nullable String token);

    @GET
    @Path("/accounts/{account}/holdings")
    Response holdings(@RestPath String account, @HeaderParam(BEARER) String bearer);

    @GET
    @Path("/entities/{entity}/regt-margin")
    Response regTMargin(@RestPath String entity, @HeaderParam(BEARER) String bearer);

    @GET
    @Path("/entities/{entity}/portfolio-margin")
    Response portfolioMargin(@RestPath String entity, @HeaderParam(BEARER) String bearer);

    @GET
    @Path("/instruments/{symbol}")
    Response instrument(@RestPath String symbol, @HeaderParam(BEARER) String bearer);

    @POST
    @Path("/accounts/{account}/locate-orders")
    @Consumes(MediaType.APPLICATION_JSON)
    Response locate(@RestPath String account, @HeaderParam(BEARER) String bearer, byte[] body);

    @GET
    @Path("/accounts/{account}/locate-orders/{locate}")
    Response locate(
            @RestPath String account, @RestPath String locate, @HeaderParam(BEARER) String bearer);

    @PATCH
    @Path("/accounts/{account}/locate-orders/{locate}")
    @Consumes(MediaType.APPLICATION_JSON)
    Response replyToLocate(
            @RestPath String account,
            @RestPath String locate,
            @HeaderParam(BEARER) String bearer,
            byte[] body);
}
