package dev.primegate.submit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a halt, for the API's description only; {@link HaltDocument} reads it. */
@Schema(name = "NewHalt", additionalProperties = Schema.False.class)
record HaltRequest(
        @Schema(
                        required = true,
                        enumeration = {"HALTED", "REDUCING"})
                String state,
        @Schema(required = true, examples = "runaway strategy") String reason,
        @Schema(required = true, description = "Whether to cancel what is open in the scope")
                boolean cancelOpenOrders) {}
