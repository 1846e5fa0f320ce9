package dev.primegate.local;

import dev.primegate.telemetry.Meters;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What was measured, for Prometheus to fetch. In AWS it goes to CloudWatch instead. */
@Path("/metrics")
class MetricsResource {
    private final Meters meters;
    private final ExpositionFormats formats = ExpositionFormats.init();

    MetricsResource(Meters meters) {
        this.meters = meters;
    }

    /** In the format that was asked for: Prometheus's own, or OpenMetrics. */
    @GET
    @Operation(hidden = true)
    public Response metrics(@HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept)
            throws IOException {
        ExpositionFormatWriter writer = formats.findWriter(accept);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        writer.write(body, Prometheus.of(meters.total()));
        return Response.ok(body.toByteArray())
                .header(HttpHeaders.CONTENT_TYPE, writer.getContentType())
                .build();
    }
}
