package dev.primegate.submit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body that reopens a break, for the API's description only. */
@Schema(name = "BreakReopening", additionalProperties = Schema.False.class)
record BreakReopening(@Schema(required = true) String reason) {}
