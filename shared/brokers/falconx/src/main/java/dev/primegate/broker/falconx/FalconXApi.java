package dev.primegate.broker.falconx;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * <a href="https://docs.falconx.io">FalconX's REST API</a>, as far as we use it. Two versions are
 * in use together: what is read is v1, what trades is v3, or v1 for accounts that are still there.
 * Bodies go out as the bytes that were signed, queries as the text that was signed.
 */
@Produces(MediaType.APPLICATION_JSON)
interface FalconXApi {
    @POST
    @Path("/{version}/quotes")
    @Consumes(MediaType.APPLICATION_JSON)
    Response quote(@RestPath String version, @BeanParam Signed signed, byte[] body);

    /** This trades. */
    @POST
    @Path("/{version}/quotes/execute")
    @Consumes(MediaType.APPLICATION_JSON)
    Response execute(@RestPath String version, @BeanParam Signed signed, byte[] body);

    /** This trades. */
    @POST
    @Path("/{version}/order")
    @Consumes(MediaType.APPLICATION_JSON)
    Response order(@RestPath String version, @BeanParam Signed signed, byte[] body);

    /** A quote or an order, and what became of it. */
    @GET
    @Path("/v1/quotes/{quote}")
    Response quote(@RestPath String quote, @BeanParam Signed signed);

    @GET
    @Path("/v1/quotes/client_order_uuid/{uuid}")
    Response quoteByUuid(@RestPath String uuid, @BeanParam Signed signed);

    /** Everything executed in a time; without pages. */
    @GET
    @Path("/v1/quotes")
    @Encoded
    Response executed(
            @BeanParam Signed signed,
            @RestQuery("t_start") String from,
            @RestQuery("t_end") String to);

    @GET
    @Path("/v1/balances")
    Response balances(@BeanParam Signed signed);

    @GET
    @Path("/v1/rate_limit")
    Response rateLimit(@BeanParam Signed signed);
}
