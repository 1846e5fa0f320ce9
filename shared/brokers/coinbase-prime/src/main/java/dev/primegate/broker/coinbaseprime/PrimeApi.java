package dev.primegate.broker.coinbaseprime;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://docs.cdp.coinbase.com/prime/rest-api">Prime's REST API</a>, as far as we use it.
 * Bodies go out as the bytes that were signed.
 */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface PrimeApi {
    @POST
    @Path("/portfolios/{portfolio}/order")
    @Consumes(MediaType.APPLICATION_JSON)
    Response createOrder(@RestPath String portfolio, @BeanParam Signed signed, byte[] body);

    /** Takes a quote; what comes of it is an order. */
    @POST
    @Path("/portfolios/{portfolio}/accept_quote")
    @Consumes(MediaType.APPLICATION_JSON)
    Response acceptQuote(@RestPath String portfolio, @BeanParam Signed signed, byte[] body);

    @POST
    @Path("/portfolios/{portfolio}/orders/{order}/cancel")
    Response cancelOrder(
            @RestPath String portfolio, @RestPath String order, @BeanParam Signed signed);

    @GET
    @Path("/portfolios/{portfolio}/orders/{order}")
    Response order(@RestPath String portfolio, @RestPath String order, @BeanParam Signed signed);

    /** Every open order; one page. */
    @GET
    @Path("/portfolios/{portfolio}/open_orders")
    Response openOrders(@RestPath String portfolio, @BeanParam Signed signed);

    /** Orders that are no longer open. */
    @GET
    @Path("/portfolios/{portfolio}/orders")
    Response orders(
            @RestPath String portfolio,
            @BeanParam Signed signed,
            @RestQuery("start_date") String startDate,
            @RestQuery("sort_direction") String sortDirection,
            @RestQuery("limit") int limit,
            @RestQuery("cursor") @Nullable String cursor);

    @GET
    @Path("/portfolios/{portfolio}/orders/{order}/fills")
    Response orderFills(
            @RestPath String portfolio,
            @RestPath String order,
            @BeanParam Signed signed,
            @RestQuery("sort_direction") String sortDirection,
            @RestQuery("limit") int limit,
            @RestQuery("cursor") @Nullable String cursor);

    @GET
    @Path("/portfolios/{portfolio}/fills")
    Response fills(
            @RestPath String portfolio,
            @BeanParam Signed signed,
            @RestQuery("start_date") String startDate,
            @RestQuery("sort_direction") String sortDirection,
            @RestQuery("limit") int limit,
            @RestQuery("cursor") @Nullable String cursor);

    @GET
    @Path("/portfolios/{portfolio}/balances")
    Response balances(
            @RestPath String portfolio,
            @BeanParam Signed signed,
            @RestQuery("balance_type") String balanceType);

    @GET
    @Path("/portfolios/{portfolio}/products")
    Response products(
            @RestPath String portfolio,
            @BeanParam Signed signed,
            @RestQuery("limit") int limit,
            @RestQuery("cursor") @Nullable String cursor);
}
