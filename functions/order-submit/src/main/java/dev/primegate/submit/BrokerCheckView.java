package dev.primegate.submit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A broker that answered a signed read. */
@Schema(name = "BrokerCheck")
record BrokerCheckView(
        String broker,
        @Schema(description = "UP; whatever else is a problem") String status,
        @Schema(description = "The broker's own clock") String brokerTime,
        @Schema(description = "How long it took, in milliseconds") long tookMillis) {}
