package dev.primegate.broker.alpacabroker;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** <a href="https://docs.alpaca.markets/docs/about-broker-api">Alpaca's Broker API</a>. */
@Produces(MediaType.APPLICATION_JSON)
interface AlpacaApi {
    String BEARER = "Authorization";
    String EVENTS = "/v2/events/trades";

    @POST
    @Path("/v1/trading/accounts/{account}/orders")
    @Consumes(MediaType.APPLICATION_JSON)
    Response createOrder(@RestPath String account, @HeaderParam(BEARER) String bearer, byte[] body);

    @DELETE
    @Path("/v1/trading/accounts/{account}/orders/{order}")
    Response cancelOrder(
            @RestPath String account, @RestPath String order, @HeaderParam(BEARER) String bearer);

    @GET
    @Path("/v1/trading/accounts/{account}/orders/{order}")
    Response order(
            @RestPath String account, @RestPath String order, @HeaderParam(BEARER) String bearer);

    @GET
    @Path("/v1/trading/accounts/{account}/orders:by_client_order_id")
    Response orderByClientId(
            @RestPath String account,
            @HeaderParam(BEARER) String bearer,
            @RestQuery("client_order_id") String clientOrderId);

    /** Orders that were submitted after a time, which is not among them. */
    @GET
    @Path("/v1/trading/accounts/{account}/orders")
    Response orders(
            @RestPath String account,
            @HeaderParam(BEARER) String bearer,
            @RestQuery("status") String status,
            @RestQuery("after") String after,
            @RestQuery("direction") String direction,
            @RestQuery("limit") int limit);

    @GET
    @Path("/v1/trading/accounts/{account}/positions")
    Response positions(@RestPath String account, @HeaderParam(BEARER) String bearer);

    @GET
    @Path("/v1/trading/accounts/{account}/account")
    Response account(@RestPath String account, @HeaderParam(BEARER) String bearer);

    @GET
    @Path("/v1/clock")
    Response clock(@HeaderParam(BEARER) String bearer);

    /** What was told between two events; with both of them given the stream ends. */
    @GET
    @Path(EVENTS)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Response trades(
            @HeaderParam(BEARER) String bearer,
            @RestQuery("since_id") String sinceId,
            @RestQuery("until_id") String untilId);
}
