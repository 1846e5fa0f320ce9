package dev.primegate.local;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
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

    private record Named(String person) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return () -> person;
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
