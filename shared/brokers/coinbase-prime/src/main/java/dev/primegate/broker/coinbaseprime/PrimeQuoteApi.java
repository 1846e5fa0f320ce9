package dev.primegate.broker.coinbaseprime;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Questions about prices; nothing trades by them. */
@Path("/v1/portfolios/{portfolio}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface PrimeQuoteApi {
    /** What an order would cost now. */
    @POST
    @Path("/order_preview")
    Response preview(@RestPath String portfolio, @BeanParam Signed signed, byte[] body);

    @POST
    @Path("/rfq")
    Response quote(@RestPath String portfolio, @BeanParam Signed signed, byte[] body);
}
