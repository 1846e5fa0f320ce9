package dev.primegate.simulation;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An answer whose status came, and whose body breaks off. */
final class BrokenResponse extends Response {
    private final int status;

    BrokenResponse(int status) {
        this.status = status;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public StatusType getStatusInfo() {
        return Status.fromStatusCode(status);
    }

    @Override
    public boolean hasEntity() {
        return true;
    }

    @Override
    public <T> T readEntity(Class<T> type) {
        throw new ProcessingException(new EOFException("half a body"));
    }

    @Override
    public <T> T readEntity(GenericType<T> type) {
        throw new ProcessingException(new EOFException("half a body"));
    }

    @Override
    public <T> T readEntity(Class<T> type, Annotation[] annotations) {
        return readEntity(type);
    }

    @Override
    public <T> T readEntity(GenericType<T> type, Annotation[] annotations) {
        return readEntity(type);
    }

    @Override
    public Object getEntity() {
        throw new IllegalStateException("it is still to be read");
    }

    @Override
    public boolean bufferEntity() {
        return false;
    }

    @Override
    public void close() {}

    @Override
    public @Nullable MediaType getMediaType() {
        return null;
    }

    @Override
    public @Nullable Locale getLanguage() {
        return null;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public Set<String> getAllowedMethods() {
        return Set.of();
    }

    @Override
    public Map<String, NewCookie> getCookies() {
        return Map.of();
    }

    @Override
    public @Nullable EntityTag getEntityTag() {
        return null;
    }

    @Override
    public @Nullable Date getDate() {
        return null;
    }

    @Override
    public @Nullable Date getLastModified() {
        return null;
    }

    @Override
    public @Nullable URI getLocation() {
        return null;
    }

    @Override
    public Set<Link> getLinks() {
        return Set.of();
    }

    @Override
    public boolean hasLink(String relation) {
        return false;
    }

    @Override
    public @Nullable Link getLink(String relation) {
        return null;
    }

    @Override
    public Link.@Nullable Builder getLinkBuilder(String relation) {
        return null;
    }

    @Override
    public MultivaluedMap<String, Object> getMetadata() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public MultivaluedMap<String, String> getStringHeaders() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public @Nullable String getHeaderString(String name) {
        return null;
    }
}
