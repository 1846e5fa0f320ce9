package dev.primegate.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.order.Digest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import java.io.UncheckedIOException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Sends a view only to who does not have it already: 304 to a screen that polls. */
@Singleton
class Versions {
    private final ObjectMapper json;

    Versions(ObjectMapper json) {
        this.json = json;
    }

    <T> RestResponse<T> answer(T view, Request request) {
        EntityTag tag = new EntityTag(hash(view));
        boolean isKnown = request.evaluatePreconditions(tag) != null;
        ResponseBuilder<T> answer =
                isKnown
                        ? ResponseBuilder.create(Status.NOT_MODIFIED)
                        : ResponseBuilder.create(Status.OK, view);
        // Who may see it depends on who asks, and it may change at any moment.
        return answer.tag(tag).header("Cache-Control", "private, no-cache").build();
    }

    private String hash(Object view) {
        try {
            return Digest.hexOf(json.writeValueAsBytes(view));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
