package dev.primegate.floor;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says hello over HTTP, and nothing else. */
@Path("/hello")
public class Hello {
    @GET
    public String hello() {
        return "hello";
    }
}
