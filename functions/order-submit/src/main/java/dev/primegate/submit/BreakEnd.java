package dev.primegate.submit;

import dev.primegate.breaks.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body that explains or closes a break, for the API's description only. */
@Schema(name = "BreakEnd", additionalProperties = Schema.False.class)
record BreakEnd(
        @Schema(required = true) Reason reason,
        @Schema(required = true, examples = "ticket 4711; corrected statement of 2026-11-03")
                String evidence) {}
