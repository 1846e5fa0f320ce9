package dev.primegate.submit;

import dev.primegate.ledger.JournalKind;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a journal entry, for the API's description only; {@link JournalDocument} reads it.
 */
@Schema(name = "NewJournalEntry", additionalProperties = Schema.False.class)
record JournalRequest(
        @Schema(required = true, description = "Used once; asked again it changes nothing")
                String id,
        @Schema(required = true) JournalKind kind,
        @Schema(required = true, description = "When it took effect") Instant at,
        @Schema(required = true, examples = "statement of 31 October, page 2") String reason,
        @Schema(required = true, minItems = 1, maxItems = 10) List<LegRequest> legs) {

    /** What it does to one position. */
    @Schema(name = "JournalLeg", additionalProperties = Schema.False.class)
    record LegRequest(
            @Schema(required = true) String account,
            @Schema(required = true) String broker,
            @Schema(required = true) String symbol,
            @Schema(description = "Units that come; below zero that go") String quantity,
            @Schema(
                            description =
                                    "In the quote asset, with the sign of quantity: their cost, or"
                                            + " what they are worth in an ADJUSTMENT")
                    String value,
            @Schema(description = "Charged in cash; FEE only") String fee,
            @Schema(description = "What fee is in") String feeAsset) {}
}
