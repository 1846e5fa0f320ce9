package dev.primegate.submit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a batch, for the API's description only; {@link BatchDocument} reads it. */
@Schema(name = "NewOrders", additionalProperties = Schema.False.class)
record BatchRequest(
        @Schema(required = true, minItems = 1, maxItems = BatchDocument.MOST)
                List<OrderRequest> orders) {}
