package dev.primegate.broker.coinbaseprime;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What Prime keeps of our entity and portfolio beside orders. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
interface PrimeBooksApi {
    /** The margin of the whole entity, whatever the portfolio. */
    @GET
    @Path("/v1/entities/{entity}/cross_margin")
    Response crossMargin(@RestPath String entity, @BeanParam Signed signed);

    /** The same in its second version. */
    @GET
    @Path("/v2/entities/{entity}/cross_margin/prime")
    Response crossMarginV2(@RestPath String entity, @BeanParam Signed signed);

    @GET
    @Path("/v1/entities/{entity}/positions")
    Response positions(
            @RestPath String entity,
            @BeanParam Signed signed,
            @RestQuery("limit") int limit,
            @RestQuery("cursor") @Nullable String cursor);

    @GET
    @Path("/v1/portfolios/{portfolio}/transactions")
    Response transactions(
            @RestPath String portfolio,
            @BeanParam Signed signed,
            @RestQuery("start_time") String startTime,
            @RestQuery("sort_direction") String sortDirection,
            @RestQuery("limit") int limit,
            @RestQuery("cursor") @Nullable String cursor);
}
