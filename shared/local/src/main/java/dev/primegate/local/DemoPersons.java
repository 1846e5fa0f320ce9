package dev.primegate.local;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Takes the header {@code X-Demo-Person} at its word. This exists in the local runner alone. */
class DemoPersons {
    static final String HEADER = "X-Demo-Person";

    @ServerRequestFilter
    void name(ContainerRequestContext request) {
        String person = request.getHeaderString(HEADER);
        if (person != null && person.matches("[a-z]{1,20}")) {
            request.setSecurityContext(new Named(person));
        }
    }

    /** Says who the caller was taken for, so that the console can offer to be somebody else. */
    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        Principal person = request.getSecurityContext().getUserPrincipal();
        response.getHeaders().putSingle(HEADER, person instanceof Name name ? name.text() : "demo");
    }

    private record Name(String text) implements Principal {
        @Override
        public String getName() {
            return text;
        }
    }

    private record Named(String person) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return new Name(person);
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }
}
